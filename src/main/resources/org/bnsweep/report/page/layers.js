/* The recorded activations, decoded; draws nothing. */

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

/* "W:0.1, lr:1.0": what tells a trial from the others. */
const title = (at, varying) =>
  varying.map((axis) => `${axis.symbol}:${axis.values[at(axis.word)].brief}`).join(", ") || "the trial";

/* Where a trial lies on all axes, which stays when a live page gets more values and the title changes. */
const key = (at, axes) => JSON.stringify(axes.map((axis) => [axis.word, axis.values[at(axis.word)]?.text]));

/* The trials of which activations were kept: { at(word), key, title, layers }. */
export function recordedTrials(raw, axes) {
  const varying = axes.filter((axis) => axis.values.length > 1);
  return raw.trials.map((trial) => {
    const at = (word) => (word in trial.at ? trial.at[word] : 0);
    const layers = trial.layers.map(([network, epoch, layer, mean, std, dead, bins]) =>
      ({ network, epoch, layer, mean: Number(mean), std: Number(std), dead, ...shares(bins, raw) }));
    return { at, key: key(at, axes), title: title(at, varying), layers };
  });
}

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
