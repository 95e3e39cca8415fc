// Pages work without this file. It tells the reader when the data behind the page has changed.
const stream = document.body.dataset.changes;
if (stream && "EventSource" in window) {
  const changes = new EventSource(stream);
  changes.addEventListener("changed", () => {
    if (document.getElementById("changed")) return;
    const note = document.createElement("p");
    note.id = "changed";
    note.setAttribute("role", "status");
    const again = document.createElement("a");
    again.href = location.href;
    again.textContent = "Show the new data";
    note.append("The data behind this page has changed. ", again);
    document.querySelector("main").prepend(note);
  });
}
