/* The recorded gradients and the loss along them, decoded and in words; draws nothing. */
import { format } from "./format.js";
import { trialsOf } from "./recorded.js";

/* A range this many times as wide as its least number is shown in powers of ten. */
const WIDE = 20;

/* Of each network, by its word; what JSON cannot say came as a text. */
const decoded = (ofNetworks, decode) =>
  Object.fromEntries(Object.entries(ofNetworks).map(([word, values]) => [word, values.map(decode)]));

/* The trials with gradients: their `norm` and `ratio` of a network are lists, a layer each, by epoch. */
export const gradientTrials = (raw, axes) => trialsOf(raw, axes, ({ epochs, norm, ratio }) => ({
  epochs,
  norm: decoded(norm, (layer) => layer.map(Number)),
  ratio: decoded(ratio, (layer) => layer.map(Number)),
}));

/* The trials with landscapes: `least`, `largest` and how many are `lost`, of a network by epoch. */
export const landscapeTrials = (raw, axes) => trialsOf(raw, axes, ({ epochs, least, largest, lost }) => ({
  epochs, least: decoded(least, Number), largest: decoded(largest, Number), lost,
}));

/* Numbers of the layers of a trial. */
export const layersOfGradients = (trial) =>
  Object.values(trial.norm).reduce((most, layers) => (layers.length > most.length ? layers : most), [])
    .map((_, i) => i + 1);

const drawable = (values) => values.filter((value) => value > 0 && Number.isFinite(value));

/* Whether `values` are so far apart that only powers of ten show them all. */
export function wide(values) {
  const numbers = drawable(values);
  return numbers.length > 0 && Math.max(...numbers) / Math.min(...numbers) > WIDE;
}

/* Powers of ten around `values`, and the step between those that at most `most` labels name. */
export function powersAround(values, most) {
  const powers = drawable(values).map(Math.log10);
  if (!powers.length) return { low: -1, high: 1, step: 1 };
  const low = Math.floor(Math.min(...powers));
  const high = Math.max(Math.ceil(Math.max(...powers)), low + 1);
  const step = Math.ceil((high - low) / most);
  return { low: Math.floor(low / step) * step, high: Math.ceil(high / step) * step, step };
}

/* The place of a number on an axis of powers of ten; null where it has none. */
export const powerOf = (value) => (value > 0 && Number.isFinite(value) ? Math.log10(value) : null);

/* Points [epoch, place] of a line with gaps, null; one that no line leads to is marked. */
export function markedIfAlone(epochs, places, symbol) {
  const gap = (k) => (places[k] ?? null) === null;
  return places.map((place, k) =>
    ({ value: [epochs[k], place], symbol: gap(k - 1) && gap(k + 1) ? symbol : "none" }));
}

/* "0.5", "0" or "not finite". */
export const numberText = (value) => (Number.isFinite(value) ? format.brief(value) : "not finite");

const joined = (texts) =>
  (texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts[texts.length - 1]}`);

/* "with LN it goes from 0.5 in layer 1 to 0.5 in layer 6". */
function course(layers, place) {
  const values = layers.map((layer) => layer[place]);
  if (!values.some(Number.isFinite)) return "it is not finite";
  if (values.length === 1) return `it is ${numberText(values[0])}`;
  return `it goes from ${numberText(values[0])} in layer 1 `
    + `to ${numberText(values[values.length - 1])} in layer ${values.length}`;
}

/* What the gradients of a trial do from the first layer to the last, at the start. */
export function gradientWords(trial, kind, networks) {
  const name = kind === "norm" ? "the gradient's norm" : "the update ratio";
  const each = networks.filter(({ word }) => trial[kind][word]?.length)
    .map((network) => `${network.label} ${course(trial[kind][network.word], 0)}`);
  return `${trial.title}, ${name} at epoch ${trial.epochs[0]}: ${each.join(", ")}.`;
}

/* How many gradients have no place on an axis of powers of ten. */
export function gradientsLeftOut(trial, kind, networks) {
  const list = networks.flatMap((network) => {
    const values = (trial[kind][network.word] ?? []).flat();
    const zeros = values.filter((value) => value === 0).length;
    const lost = values.filter((value) => !Number.isFinite(value)).length;
    const of = (count, what) =>
      (count ? [`${format.count(count)} of ${format.count(values.length)} ${network.label} that ${
        count === 1 ? "is" : "are"} ${what}`] : []);
    return [...of(zeros, "0"), ...of(lost, "not finite")];
  });
  return list.length ? ` Left out: ${joined(list)}.` : "";
}

/* From where to where the loss goes along the last gradient. */
export function landscapeWords(trial, networks) {
  const last = trial.epochs.length - 1;
  const each = networks.filter(({ word }) => trial.least[word]?.length).map(({ label, word }) => {
    const [least, largest] = [trial.least[word][last], trial.largest[word][last]];
    return Number.isFinite(least)
      ? `${label} from ${format.brief(least)} to ${format.brief(largest)}` : `${label} nowhere finite`;
  });
  return `${trial.title}, the loss along the gradient at epoch ${trial.epochs[last]}: ${each.join(", ")}.`;
}

/* How many losses along the gradients are not finite; `steps` were taken from each point. */
export function lossesLeftOut(trial, steps, networks) {
  const list = networks.map((network) => {
    const lost = (trial.lost[network.word] ?? []).reduce((sum, count) => sum + count, 0);
    const all = format.count(steps * trial.epochs.length);
    return lost ? `${format.count(lost)} of ${all} losses ${network.label}` : "";
  }).filter(Boolean);
  return list.length ? ` Left out, as not finite: ${joined(list)}.` : "";
}

/* Whether it shows fewer epochs than there were. */
export function epochsText({ epochs }, all) {
  return epochs.length < all
    ? ` To keep this file small, it is shown at ${epochs.length} of ${format.count(all)} epochs.` : "";
}
