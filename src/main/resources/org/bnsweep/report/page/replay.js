/* How to train one trial again: with bnsweep, and with NumPy. */
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";

let openedBy = null;

const quoted = (text) => (/^[\w.,:=/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
const values = (row) => Object.fromEntries(data.axes.map((axis) => {
  const varies = axis.values.length > 1;
  return [axis.word, axis.values[varies ? row.at(axis.word) : 0].text];
}));

/* Where the samples come from, the last name of a folder or URI; empty if they came with bnsweep. */
const elsewhere = () => format.line(data.source);

/* How else the samples were chosen and read, as the configuration has it. */
function reading() {
  let settings = {};
  try {
    settings = JSON.parse(data.configuration).data || {};
  } catch {
    // Any text may stand there.
  }
  const known = ["source", "train_size", "test_size"];
  return Object.entries(settings)
    .filter(([key, value]) => !known.includes(key) && typeof value !== "object");
}

function command(row) {
  const settings = [
    ...Object.entries(values(row)).map(([word, text]) => `${word}=${text}`),
    `epochs=${data.epochs}`, `train_size=${data.trainSize}`,
    ...(data.testSize ? [`test_size=${data.testSize}`] : []),
    ...(elsewhere() ? [`data.source=${elsewhere()}`] : []),
    ...reading().map(([key, value]) => `data.${key}=${format.line(String(value))}`),
  ];
  return `submit/local.sh trial ${settings.map((s) => `--set ${quoted(s)}`).join(" \\\n  ")}`;
}

/* A value in Python: numbers and lists as they are, words as strings. */
const python = (text) => (/^[-\d.[]/.test(text) ? text : JSON.stringify(text));

const readingText = () => reading().map(([key, value]) => `${key}: ${value}`).join(", ");

function numpy(row) {
  const v = values(row);
  const classes = reading().filter(([key]) => key === "classes")
    .map(([, value]) => `classes=${Number(value)}`);
  const options = data.axes.filter(({ word }) => word !== "weight_scale" && word !== "seed")
    .map(({ word, oracle }) => `${oracle}=${python(v[word])}`);
  return [
    ...(elsewhere() ? [`# The samples came from ${elsewhere()}: `
      + "let reference.mnist read that folder, not the samples beside it."] : []),
    ...(reading().length ? [`# They were read with ${format.line(readingText())}.`] : []),
    "from reference import mnist, pair",
    "",
    `pair(${JSON.stringify(v.weight_scale)}, ${v.seed}, mnist(n=${data.trainSize}), `
      + `train=${data.trainSize}, epochs=${data.epochs},`,
    `     ${options.slice(0, 4).join(", ")},`,
    `     ${[...options.slice(4), ...classes].join(", ")})`,
  ].join("\n");
}

function show(row, button) {
  openedBy = button;
  dom.byId("replay-title").textContent = `Train trial ${row.id} again`;
  dom.byId("replay-command").textContent = command(row);
  dom.byId("replay-numpy").textContent = numpy(row);
  dom.byId("replay-source").hidden = !elsewhere();
  dom.byId("replay-source").textContent = `The samples came from ${elsewhere()}, of which the folders `
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
