import { equal } from "./check.js";
import { decades, epochsOf, histogram, layerNumbers, recordedTrials, someLayers } from "./layers.js";

const RAW = {
  perDecade: 2, lowest: -2, notANumber: 9,
  trials: [{ at: { seed: 1 }, layers: [
    ["bn", 5, 2, 0.5, "NaN", 0, [0, 1, -2, 1, 2, 1, 9, 1]],
    ["bn", 0, 1, 0.5, 1, 0, [4, 2]],
  ] }],
};
const SEED = { word: "seed", symbol: "seed", values: [{ brief: "0" }, { brief: "7" }] };
const [trial] = recordedTrials(RAW, [SEED]);

export function binsAreSharesByThePowerOfTenOfTheirMiddle() {
  const [second] = trial.layers;
  equal([second.zeros, second.lost, [...second.powers]], [0.25, 0.25, [[-1.75, 0.5]]]);
  equal([second.mean, second.std], [0.5, NaN]);
}

export function trialsAreCalledByWhatVaries() {
  equal(trial.title, "seed:7");
  equal(recordedTrials(RAW, [])[0].title, "the trial");
  equal([epochsOf([trial]), layerNumbers(trial)], [[0, 5], [1, 2]]);
}

export function aTrialIsKnownByItsPlaceWhateverItsTitle() {
  const values = (texts) => texts.map((text) => ({ brief: text, text }));
  const rate = (...texts) => ({ word: "lr", symbol: "lr", values: values(texts) });
  const seed = (...texts) => ({ ...SEED, values: values(texts) });
  const [before] = recordedTrials(RAW, [rate("0.1"), seed("0", "7")]);
  const [after] = recordedTrials(RAW, [rate("0.1", "0.01"), seed("0", "7", "8")]);
  const [other] = recordedTrials(RAW, [rate("0.1"), seed("0", "8")]);
  equal([before.title, after.title], ["seed:7", "lr:0.1, seed:7"]);
  equal([after.key === before.key, other.key === before.key], [true, false]);
}

export function ofTooManyLayersTheLastIsKept() {
  equal(someLayers([1, 2, 3, 4, 5], 2), [2, 5]);
  equal(someLayers([1, 2], 16), [1, 2]);
}

export function histogramsCoverWholeDecades() {
  const [second] = trial.layers;
  equal(decades(trial.layers), [-2, 0]);
  equal(decades([{ powers: new Map() }]), [-1, 1]);
  equal(histogram(second, [-2, -1], 2), [[-1.75, 0.5], [-1.25, 0]]);
}
