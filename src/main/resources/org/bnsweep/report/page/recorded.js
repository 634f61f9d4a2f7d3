/* Of which trials something was recorded beside the curves; draws nothing. */
import { format } from "./format.js";

/* "W:0.1, lr:1.0": what tells a trial from the others. */
const title = (at, varying) =>
  varying.map((axis) => `${axis.symbol}:${axis.values[at(axis.word)].brief}`).join(", ") || "the trial";

/* Where a trial lies on all axes, which stays when a live page gets more values and the title changes. */
const key = (at, axes) => JSON.stringify(axes.map((axis) => [axis.word, axis.values[at(axis.word)]?.text]));

/* The trials as { at(word), key, title }, and what `decode` makes of what each has. */
export function trialsOf(raw, axes, decode) {
  const varying = axes.filter((axis) => axis.values.length > 1);
  return raw.trials.map((trial) => {
    const at = (word) => (word in trial.at ? trial.at[word] : 0);
    return { at, key: key(at, axes), title: title(at, varying), ...decode(trial) };
  });
}

/* The trial of `key` if it is still there, else the one in the middle. */
export const sameOrMiddle = (trials, chosen) =>
  trials.find((trial) => trial.key === chosen) || trials[Math.floor(trials.length / 2)];

/* Which trials are shown of something, if not all settings; `file` has the others. */
export function selectionText(shown, settings, finished, file) {
  if (shown >= settings) return "";
  const which = finished ? `evenly chosen; ${file} has all`
    : "of those that were trained first; the page of the finished run has them evenly chosen";
  return ` Shown are ${shown} of ${format.count(settings)} settings, ${which}.`;
}

const TEXTS = {
  activations: "activations", gradients: "gradients", landscape: "losses along the gradient",
};

/* What is recorded, by the words of the data; of one that has no text, its word. */
export const recordedTexts = (words) => words.map((word) => TEXTS[word] ?? word.replaceAll("_", " "));
