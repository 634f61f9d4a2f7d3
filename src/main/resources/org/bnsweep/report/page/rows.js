/* The rows and columns of the table, from the data of a page; knows nothing of its elements. */
import { format } from "./format.js";

const NONE = "\u2013";

/* A figure of each network as a row has them: called as in summary.csv, with the network in front. */
const figures = (networks, of) => Object.fromEntries(networks.flatMap((network) =>
  Object.entries(of(network.word)).map(([word, value]) => [`${network.word}_${word}`, value])));

function statusWords(networks, diverged) {
  if (diverged.length === 0) return "ok";
  if (diverged.length === networks.length) return networks.length === 2 ? "both diverged" : "all diverged";
  return `diverged ${diverged.map((network) => network.label).join(", ")}`;
}

/* One object per trial: its place on the axes, and numbers by column. */
function rowsOfTrials(data) {
  const t = data.trials;
  const share = (counts, i, of) => (counts && counts[i] >= 0 ? counts[i] / of : NaN);
  return t.id.map((id, i) => {
    const failed = t.messages.of[i] !== undefined;
    const diverged = data.networks.filter(({ word }) => t[word].diverged[i] >= 0);
    return {
      id, failed, message: failed ? t.messages.texts[t.messages.of[i]] : "",
      at: (word) => (t.at[word] ? t.at[word][i] : 0),
      ...figures(data.networks, (word) => ({
        final_accuracy: share(t[word].last, i, data.trainSize),
        best_accuracy: share(t[word].best, i, data.trainSize),
        first_epoch_50: t[word].firstEpoch50[i] < 0 ? NaN : t[word].firstEpoch50[i],
        final_test_accuracy: share(t[word].test, i, data.testSize),
      })),
      status: failed ? "failed" : diverged.length ? "diverged" : "ok",
      words: failed ? "failed" : statusWords(data.networks, diverged),
    };
  });
}

/* The same of each mean, where there are too many trials. */
const rowsOfGroups = (data) => data.groups.map((g) => ({
  id: "", failed: g.n === 0, message: "", n: g.n, at: g.at,
  status: g.n ? "ok" : "failed", words: g.n ? "ok" : "failed",
  ...figures(data.networks, (word) =>
    ({ final_accuracy: g.final(word), final_test_accuracy: g.finalTest(word) })),
}));

/* What the difference of a normalized network and the baseline is called. */
function differenceKey(data, network) {
  return data.normalized.length === 1
    ? "final_accuracy_difference" : `${network.word}_final_accuracy_difference`;
}

/* Every trial, or every mean if there are too many. */
export function rowsOf(data) {
  const rows = data.trials ? rowsOfTrials(data) : rowsOfGroups(data);
  for (const row of rows) {
    for (const network of data.normalized) {
      row[differenceKey(data, network)] =
        row[`${network.word}_final_accuracy`] - row[`${data.baseline.word}_final_accuracy`];
    }
  }
  return rows;
}

/* The axes that tell the rows apart. */
export const axesOfRows = (data) => (data.trials ? data.varying : data.shown);

const number = (key, label) => ({
  key, label, value: (r) => r[key], text: (r) => format.column(r[key]),
  csv: (r) => (Number.isFinite(r[key]) ? String(Math.round(r[key] * 1e6) / 1e6) : ""),
});

const whole = (key, label) => ({
  key, label, value: (r) => r[key], text: (r) => (Number.isFinite(r[key]) ? String(r[key]) : NONE),
  csv: (r) => (Number.isFinite(r[key]) ? String(r[key]) : ""),
});

function setting(axis) {
  const words = axis.values.some((v) => !Number.isFinite(v.number));
  const value = (r) => axis.values[r.at(axis.word)];
  return {
    key: axis.word, label: axis.label, words,
    value: (r) => (words ? value(r).text : value(r).number),
    text: (r) => format.line(value(r).brief), csv: (r) => value(r).text,
  };
}

const statusColumn = {
  key: "status", label: "status", words: true,
  value: (r) => r.words, text: (r) => r.words, csv: (r) => r.status,
};

const messageColumn = {
  key: "message", label: "message", words: true, message: true,
  value: (r) => r.message, text: (r) => format.line(r.message), csv: (r) => r.message,
};

/* Of `rows`: { key, label, words, message, value(row), text(row), csv(row) }. */
export function columnsOf(data, rows) {
  const each = (kind, figure, label) => data.networks.map((network) =>
    kind(`${network.word}_${figure}`, label(network)));
  const differences = data.normalized.map((network) =>
    number(differenceKey(data, network),
      data.normalized.length === 1 ? "difference" : `difference ${network.short}`));
  const ofTrials = [
    ...each(number, "best_accuracy", ({ short }) => `best ${short}`),
    ...each(whole, "first_epoch_50", ({ short }) => `epoch of 0.5 ${short}`),
  ];
  return [
    ...axesOfRows(data).map(setting),
    ...(data.trials ? [] : [whole("n", "trials")]),
    ...each(number, "final_accuracy", ({ label }) => label), ...differences,
    ...(data.testSize ? each(number, "final_test_accuracy", ({ short }) => `test ${short}`) : []),
    ...(data.trials ? ofTrials : []),
    statusColumn,
    ...(rows.some((r) => r.message) ? [messageColumn] : []),
  ];
}
