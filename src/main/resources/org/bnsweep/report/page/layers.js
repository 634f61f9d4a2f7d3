/* The recorded activations, decoded; draws nothing. */
import { trialsOf } from "./recorded.js";

/* [bin, count, ...] as the share of zeros, of NaN, and of each bin by the power of ten of its middle. */
function shares(bins, { notANumber, lowest, perDecade }) {
  let total = 0;
  for (let i = 1; i < bins.length; i += 2) total += bins[i];
  const result = { zeros: 0, lost: 0, powers: new Map() };
  for (let i = 0; i < bins.length; i += 2) {
    const bin = Math.abs(bins[i]);
    const share = bins[i + 1] / total;
    if (bin === 0) result.zeros += share;
    else if (bin === notANumber) result.lost += share;
    else {
      const power = lowest + (bin - 1.5) / perDecade;
      result.powers.set(power, (result.powers.get(power) || 0) + share);
    }
  }
  return result;
}

/* The trials of which activations were kept: { at(word), key, title, layers }. */
export const recordedTrials = (raw, axes) => trialsOf(raw, axes, ({ layers }) => ({
  layers: layers.map(([network, epoch, layer, mean, std, dead, bins]) =>
    ({ network, epoch, layer, mean: Number(mean), std: Number(std), dead, ...shares(bins, raw) })),
}));

const ascending = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);

export const epochsOf = (trials) => ascending(trials.flatMap((t) => t.layers.map((l) => l.epoch)));

export const layerNumbers = (trial) => ascending(trial.layers.map((l) => l.layer));

/* Every k-th layer if there are more than `most`, the last always. */
export function someLayers(numbers, most) {
  const step = Math.ceil(numbers.length / most);
  return numbers.filter((_, i) => (numbers.length - 1 - i) % step === 0);
}

/* From the lowest to the highest bin of any of `layers`, in whole powers of ten. */
export function decades(layers) {
  const powers = layers.flatMap((layer) => [...layer.powers.keys()]);
  if (!powers.length) return [-1, 1];
  const low = Math.floor(Math.min(...powers));
  return [low, Math.max(Math.ceil(Math.max(...powers)), low + 1)];
}

/* The histogram of a layer between two powers of ten, as points [power, share]. */
export function histogram(layer, [low, high], perDecade) {
  const points = [];
  for (let power = low + 0.5 / perDecade; power < high; power += 1 / perDecade) {
    points.push([power, layer.powers.get(power) || 0]);
  }
  return points;
}

/* Where the panels of the layers are in a chart of some width. */
export function layerLayout(count, width) {
  const columns = Math.max(1, Math.min(count, 8, Math.floor((width - 60) / 150)));
  const left = 52, right = 10, top = 32, gap = 16, height = 150;
  const panel = (width - left - right - (columns - 1) * gap) / columns;
  const line = height + top + 22;
  return {
    panel, height, total: Math.ceil(count / columns) * line + 24,
    x: (i) => left + (i % columns) * (panel + gap),
    y: (i) => top + Math.floor(i / columns) * line,
    leftmost: (i) => i % columns === 0,
    lowest: (i) => i + columns >= count,
  };
}
