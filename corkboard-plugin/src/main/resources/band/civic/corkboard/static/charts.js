// Draws charts that can be used with the pointer in place of the pictures that the page has anyway.
const version = new URL(import.meta.url).search;
const beside = (name) => new URL("./" + name + version, import.meta.url).href;
const COLOURS = { light: ["#0f766e", "#b45309", "#4338ca"], dark: ["#5eead4", "#fdba74", "#a5b4fc"] };
const dark = window.matchMedia("(prefers-color-scheme: dark)");

function library() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = beside("uplot.css");
  document.head.append(style);
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = beside("uplot.js");
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
}

const shortened = (label, most) => (label.length > most ? label.slice(0, most - 1) + "…" : label);

function numbers(unit) {
  const full = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
  const brief = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });
  const written = (format) => (n) =>
    n == null ? "—" : (n < 0 ? "-" : "") + (unit === "dollars" ? "$" : "") + format.format(Math.abs(n));
  return { full: written(full), brief: written(brief) };
}

function options(data, width) {
  const bars = data.kind === "bars";
  const count = data.labels.length;
  const text = getComputedStyle(document.body).color;
  const line = dark.matches ? "#303b46" : "#d9dee3";
  const colours = dark.matches ? COLOURS.dark : COLOURS.light;
  const number = numbers(data.unit);
  const columns = data.series.length === 1 || (data.series.length === 2 && count <= 36);
  const at = (i) => data.labels[i] ?? "";
  const paths = (k) => {
    if (!columns) return uPlot.paths.linear();
    const align = data.series.length === 1 ? 0 : k === 0 ? -1 : 1;
    return uPlot.paths.bars({ size: [data.series.length === 1 ? 0.7 : 0.38, 60], align });
  };
  const labels = {
    scale: "x", stroke: text, grid: { show: false }, ticks: { show: false },
    side: bars ? 3 : 2, size: bars ? Math.min(220, width / 3) : 40, space: bars ? 10 : 70, incrs: [1, 2, 3, 4, 6, 12, 24, 60, 120, 365],
    splits: bars ? () => data.labels.map((_, i) => i) : undefined,
    values: (_, splits) => splits.map((i) => (Number.isInteger(i) ? shortened(at(i), bars ? width / 26 : 10) : "")),
  };
  const values = {
    scale: "y", stroke: text, grid: { stroke: line, width: 1 }, ticks: { show: false }, side: bars ? 2 : 3,
    size: bars ? 40 : 64, space: bars ? 70 : 40, values: (_, splits) => splits.map(number.brief),
  };
  return {
    width,
    height: bars ? 70 + 28 * count : 320,
    scales: {
      x: { time: false, ori: bars ? 1 : 0, dir: bars ? -1 : 1, range: [-0.6, count - 0.4] },
      y: { ori: bars ? 0 : 1, dir: 1, range: (_, low, high) => uPlot.rangeNum(Math.min(0, low), Math.max(0, high), 0.05, true) },
    },
    axes: [labels, values],
    series: [
      { label: bars ? "Of" : "When", value: (_, i) => (i == null ? "—" : at(Math.round(i))) },
      ...data.series.map((series, k) => ({
        label: series.label, stroke: colours[k], fill: columns ? colours[k] : undefined, width: columns ? 0 : 2,
        points: { show: !columns && count < 60 }, paths: paths(k), spanGaps: true, value: (_, n) => number.full(n),
      })),
    ],
    cursor: { drag: { x: !bars, y: false }, points: { show: !columns } },
    legend: { live: true },
  };
}

function draw(figure, data) {
  const picture = figure.querySelector("img");
  let plot;
  const again = () => {
    plot?.destroy();
    plot = new uPlot(options(data, figure.clientWidth), [data.labels.map((_, i) => i), ...data.series.map((s) => s.values)], figure);
  };
  again();
  picture.remove();
  figure.setAttribute("role", "img");
  figure.setAttribute("aria-label", picture.alt);
  let width = figure.clientWidth;
  new ResizeObserver(() => {
    if (figure.clientWidth !== width) {
      width = figure.clientWidth;
      again();
    }
  }).observe(figure);
  dark.addEventListener("change", again);
}

async function enhance(figure) {
  const answer = await fetch(figure.dataset.chart);
  if (!answer.ok) return;
  const data = await answer.json();
  if (data.labels.length > 0) draw(figure, data);
}

const figures = document.querySelectorAll("figure[data-chart]");
library().then(() => {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((e) => e.isIntersecting)) {
      seen.unobserve(entry.target);
      enhance(entry.target).catch(() => {});
    }
  }, { rootMargin: "300px" });
  figures.forEach((figure) => seen.observe(figure));
});
