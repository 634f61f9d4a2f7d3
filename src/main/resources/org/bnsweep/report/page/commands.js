/* How to train one trial again: with bnsweep, and with NumPy. */
import { format } from "./format.js";

const quoted = (text) => (/^[\w.,:=/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
const values = (data, row) => Object.fromEntries(data.axes.map((axis) => {
  const varies = axis.values.length > 1;
  return [axis.word, axis.values[varies ? row.at(axis.word) : 0].text];
}));

/* Where the samples come from, the last name of a folder or URI; empty if they came with bnsweep. */
export const elsewhere = (data) => format.line(data.source);

/* To be pasted into a shell. */
export function command(data, row) {
  const settings = [
    ...Object.entries(values(data, row)).map(([word, text]) => `${word}=${text}`),
    `epochs=${data.epochs}`, `train_size=${data.trainSize}`,
    ...(data.testSize ? [`test_size=${data.testSize}`] : []),
    ...(elsewhere(data) ? [`data.source=${elsewhere(data)}`] : []),
    ...data.reading.map(([key, value]) => `data.${key}=${format.line(value)}`),
  ];
  return `submit/local.sh trial ${settings.map((s) => `--set ${quoted(s)}`).join(" \\\n  ")}`;
}

/* A value in Python: numbers and lists as they are, words as strings. */
const python = (text) => (/^[-\d.[]/.test(text) ? text : JSON.stringify(text));

/* For Python, beside the project's reference.py. */
export function numpy(data, row) {
  const v = values(data, row);
  const reading = data.reading.map(([key, value]) => `${key}: ${value}`).join(", ");
  const classes = data.reading.filter(([key]) => key === "classes")
    .map(([, value]) => `classes=${Number(value)}`);
  const options = data.axes.filter(({ word }) => word !== "weight_scale" && word !== "seed")
    .map(({ word, oracle }) => `${oracle}=${python(v[word])}`);
  return [
    ...(elsewhere(data) ? [`# The samples came from ${elsewhere(data)}: `
      + "let reference.mnist read that folder, not the samples beside it."] : []),
    ...(reading ? [`# They were read with ${format.line(reading)}.`] : []),
    "from reference import mnist, pair",
    "",
    `pair(${JSON.stringify(v.weight_scale)}, ${v.seed}, mnist(n=${data.trainSize}), `
      + `train=${data.trainSize}, epochs=${data.epochs},`,
    `     ${options.slice(0, 4).join(", ")},`,
    `     ${[...options.slice(4), ...classes].join(", ")})`,
  ].join("\n");
}
