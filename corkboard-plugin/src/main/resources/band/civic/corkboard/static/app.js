// Pages work without this file. It tells the reader when the data behind the page has changed, and loads what draws charts.
const address = document.currentScript.src;
if (document.querySelector("figure[data-chart]")) {
  import(new URL("./charts.js" + new URL(address).search, address)).catch(() => {});
}

const stream = document.body.dataset.changes;
let changes;

// A reader at the top of the page who is not in the middle of something simply sees the new page.
function changed() {
  changes.close();
  changes = undefined;
  const busy = document.activeElement?.matches("input, textarea, select") || getSelection()?.toString() || scrollY > 50;
  if (!busy) {
    location.reload();
    return;
  }
  const again = document.createElement("a");
  again.href = location.href;
  again.textContent = "Show the new data";
  again.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  const note = document.createElement("p");
  note.id = "changed";
  note.setAttribute("role", "status");
  note.append("The data behind this page has changed. ", again);
  document.querySelector("main").prepend(note);
}

// Only the tab that is looked at listens: browsers allow few connections to one server.
function listen() {
  if (document.visibilityState === "visible" && !changes && !document.getElementById("changed")) {
    changes = new EventSource(stream);
    changes.addEventListener("changed", changed);
  } else if (document.visibilityState !== "visible" && changes) {
    changes.close();
    changes = undefined;
  }
}

if (stream && "EventSource" in window) {
  listen();
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => changes?.close());
}
