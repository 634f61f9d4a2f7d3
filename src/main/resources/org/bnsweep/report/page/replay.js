/* Shows how to train one trial again. */
import { command, elsewhere, numpy } from "./commands.js";
import { dom } from "./dom.js";
import { data } from "./run.js";

let openedBy = null;

function show(row, button) {
  openedBy = button;
  dom.byId("replay-title").textContent = `Train trial ${row.id} again`;
  dom.byId("replay-command").textContent = command(data, row);
  dom.byId("replay-numpy").textContent = numpy(data, row);
  const source = elsewhere(data);
  dom.byId("replay-source").hidden = !source;
  dom.byId("replay-source").textContent = `The samples came from ${source}, of which the folders `
    + "before it are not kept: write the whole path in its place.";
  dom.byId("replay").hidden = false;
  dom.byId("replay").focus();
  dom.byId("replay").scrollIntoView({ block: "nearest" });
}

function close() {
  dom.byId("replay").hidden = true;
  if (openedBy && openedBy.isConnected) openedBy.focus();
}

function copies(button, source, what) {
  dom.byId(button).addEventListener("click", () => dom.copy(dom.byId(source).textContent, what));
}

copies("copy-command", "replay-command", "The command");
copies("copy-numpy", "replay-numpy", "The lines");
dom.byId("close-replay").addEventListener("click", close);
dom.byId("replay").addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

export const replay = { show };
