// Draws the land and the states of North America for the map of places, in half degrees: x = (longitude + 180) * 2,
// y = (90 - latitude) * 2. Points nearer than a seventh of a degree to the one before are left out.
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";

const require = createRequire(import.meta.url);
const shown = ([lng, lat]) => lng > -172 && lng < -50 && lat > 12 && lat < 75;
const line = (points, end) => {
  const kept = [];
  for (const [lng, lat] of points) {
    const [x, y] = [(lng + 180) * 2, (90 - lat) * 2];
    const before = kept.at(-1);
    if (!before || Math.hypot(x - before[0], y - before[1]) > 0.28) kept.push([x, y]);
  }
  return kept.length > 1 ? "M" + kept.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L") + end : "";
};
const lines = (all, end) => all.filter((points) => points.every(shown)).map((points) => line(points, end)).join("");

const world = require("world-atlas/countries-110m.json");
const states = require("us-atlas/states-10m.json");
const land = merge(world, world.objects.countries.geometries.filter((c) => ["840", "124", "484"].includes(c.id)));
const borders = mesh(states, states.objects.states, (a, b) => a !== b);

console.log('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 360" preserveAspectRatio="none"><style>path{fill:none;'
  + "stroke:#c3ccd1;stroke-width:.12}.l{fill:#e6eeec}@media(prefers-color-scheme:dark){path{stroke:#3d4a56}.l{fill:#22302f}}"
  + `</style><path class="l" d="${lines(land.coordinates.flat(), "Z")}"/><path d="${lines(borders.coordinates, "")}"/></svg>`);
