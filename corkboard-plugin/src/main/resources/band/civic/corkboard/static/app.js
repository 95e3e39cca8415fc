// Pages work without this file. It tells the reader when the data behind the page has changed, and loads what draws charts.
const address = document.currentScript.src;
if (document.querySelector("figure[data-chart]")) {
  import(new URL("./charts.js" + new URL(address).search, address)).catch(() => {});
}

const stream = document.body.dataset.changes;
if (stream && "EventSource" in window) {
  const changes = new EventSource(stream);
  changes.addEventListener("changed", () => {
    changes.close();
    const note = document.createElement("p");
    note.id = "changed";
    note.setAttribute("role", "status");
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = "Show the new data";
    again.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    const typing = document.activeElement?.matches("input, textarea, select");
    if (!typing && document.visibilityState === "visible" && window.scrollY < 50 && !window.getSelection()?.toString()) {
      location.reload();
      return;
    }
    note.append("The data behind this page has changed. ", again);
    document.querySelector("main").prepend(note);
  });
  window.addEventListener("pagehide", () => changes.close());
}
