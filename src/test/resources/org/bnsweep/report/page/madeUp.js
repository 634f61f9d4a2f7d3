/* Data of a page as Java writes it: two weight scales, two seeds, two epochs. */
const PAIR = [
  { word: "bn", label: "with BN", short: "with BN", name: "with Batch Normalization", it: "with it",
    colour: "bn", dash: [], symbol: "circle", baseline: false },
  { word: "plain", label: "without BN", short: "without", name: "without it", it: "without",
    colour: "plain", dash: [6, 4], symbol: "diamond", baseline: true },
];

const LAYER = { ...PAIR[0], word: "ln", label: "with LN", short: "with LN", colour: "ln" };

/* 64 is 1: "10" is 64/64, "0W" 32/64. */
const curves = (...mean) => ({ mean, test: ["", ""] });

export function madeUp(networks) {
  const ofTrials = { last: [900, 300, 500, -1], best: [950, 300, 500, -1], firstEpoch50: [1, -1, 0, -1],
    diverged: [-1, 1, -1, -1] };
  const each = (value) => Object.fromEntries(networks.map(({ word }) => [word, value(word)]));
  return {
    name: "made up", source: "", master: "local", reused: 0, finished: true,
    epochs: 2, trainSize: 1000, testSize: 0, seconds: 1, ranges: [],
    counts: { trials: 4, failed: 1, diverged: each(() => 1) }, provenance: [],
    configuration: "", reading: [], finalAxis: "weight_scale",
    networks,
    axes: [
      { word: "weight_scale", label: "weight scale", symbol: "W", logarithmic: true, averaged: false,
        values: [["1.0", "1.0", 1], ["0.01", "0.01", 0.01]] },
      { word: "optimizer", label: "optimizer", symbol: "opt", oracle: "opt", logarithmic: false,
        averaged: false, values: [["sgd", "sgd"]] },
      { word: "seed", label: "seed", symbol: "seed", logarithmic: false, averaged: true,
        values: [["0", "0", 0], ["1", "1", 1]] },
    ],
    groups: {
      width: 2, scale: 64, epochs: [0, 1], testEpochs: [], n: [2, 1], at: { weight_scale: [0, 1] },
      ...each((word) => (word === "plain" ? curves("0810", "..0W") : curves("0W0w", "0G0H"))),
    },
    trials: {
      id: ["aa", "ab", "ba", "bb"], at: { weight_scale: [0, 0, 1, 1], seed: [0, 1, 0, 1] },
      ...each(() => ofTrials), messages: { of: { 3: 0 }, texts: ["=out of memory"] },
    },
  };
}

export const pair = () => madeUp(PAIR);
export const threeKinds = () => madeUp([PAIR[0], LAYER, PAIR[1]]);

/* Two weight scales with two kinds each: places of the groups, and their curves at two epochs. */
export function ofKinds() {
  const raw = madeUp([
    { ...PAIR[0], name: "with one of the normalizations", it: "with one of them" },
    { ...PAIR[1], name: "without any" },
  ]);
  const kind = (of, text) => ({ ...of, kind: text, it: of.label });
  raw.kinds = [kind(PAIR[0], "batch"), kind({ ...LAYER, name: "with Layer Normalization" }, "layer"),
    { ...PAIR[1], name: "without any" }];
  raw.axes.push({ word: "normalization", label: "normalization", symbol: "norm", logarithmic: false,
    averaged: false, values: [["batch", "batch"], ["layer", "layer"]] });
  raw.groups = {
    ...raw.groups, n: [1, 1, 1, 1], at: { weight_scale: [0, 0, 1, 1], normalization: [0, 1, 0, 1] },
    bn: curves("0W0w", "0W0_", "0G0H", "0W0W"), plain: curves("0810", "0810", "0G0G", "0G0G"),
  };
  return raw;
}
