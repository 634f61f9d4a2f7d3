/* The run: decodes what Java wrote into the page. */
import { comparedOf, pairAt } from "./compared.js";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

const DIGITS = new Array(128).fill(NaN);
[...ALPHABET].forEach((character, i) => { DIGITS[character.charCodeAt(0)] = i; });

/* A text as decoder: numbers in 0..1 of `width` characters each; NaN for what was not measured. */
function decoder({ width, scale }) {
  function number(text, place) {
    let value = 0;
    for (let k = 0; k < width; k++) value = value * 64 + DIGITS[text.charCodeAt(place * width + k)];
    return value / scale;
  }
  return {
    all: (text) => Array.from({ length: text.length / width }, (_, i) => number(text, i)),
    last: (text) => number(text, text.length / width - 1),
  };
}

function axesOf(raw) {
  return raw.axes.map((axis) => ({
    ...axis,
    values: axis.values.map(([text, brief, number = NaN]) => ({ text, brief, number })),
  }));
}

/* One per place on the axes that are not averaged over; curves are decoded when first drawn. */
function groupsOf(raw) {
  const decode = decoder(raw);
  const cache = new Map();
  function curve(network, kind, group) {
    const list = raw[network] && raw[network][kind];
    if (!list) return null;
    const key = `${network} ${kind} ${group}`;
    if (!cache.has(key)) cache.set(key, decode.all(list[group]));
    return cache.get(key);
  }
  function last(network, kind, group) {
    const list = raw[network] && raw[network][kind];
    return list && list[group] ? decode.last(list[group]) : NaN;
  }
  return raw.n.map((n, index) => ({
    index, n,
    at: (word) => (raw.at[word] ? raw.at[word][index] : 0),
    mean: (network) => curve(network, "mean", index),
    half: (network) => curve(network, "halfWidth", index),
    final: (network) => last(network, "mean", index),
    finalHalf: (network) => last(network, "halfWidth", index) || 0,
    test: (network) => curve(network, "test", index),
    finalTest: (network) => last(network, "test", index),
    finalTestHalf: (network) => last(network, "testHalfWidth", index) || 0,
  }));
}

/*
 * Networks are { word, label, short, overall, name, it, colour, dash, symbol, baseline }, in the order
 * to show them. Of a group, each figure is asked for by a network's word.
 */
export function readData(raw) {
  const axes = axesOf(raw);
  const axis = (word) => axes.find((a) => a.word === word);
  const varying = axes.filter(({ values }) => values.length > 1);
  const groups = groupsOf(raw.groups);
  const shown = varying.filter(({ averaged }) => !averaged);
  const ofKinds = { networks: raw.networks, kinds: raw.kinds, axis: axis("normalization") };
  const normalized = raw.networks.filter((network) => !network.baseline);
  return {
    name: raw.name, source: raw.source, master: raw.master, reused: raw.reused,
    /* Whether this is the run folder's data, to which nothing will be added. */
    finished: raw.finished,
    epochs: raw.epochs, trainSize: raw.trainSize, testSize: raw.testSize, seconds: raw.seconds,
    /* What normalizes, in full. */
    normalization: raw.normalization,
    ranges: raw.ranges, rates: raw.rates, counts: raw.counts,
    provenance: raw.provenance, configuration: raw.configuration,
    /* How else the samples were chosen and read, as [key, value]. */
    reading: raw.reading, classWarnings: raw.classWarnings ?? [],
    trials: raw.trials,
    /* What some trials kept beside their curves, and the words for all that was kept. */
    activations: raw.activations, gradients: raw.gradients, landscape: raw.landscape,
    recorded: raw.recorded ?? [],
    /* Names of files of the run folder. */
    files: raw.files,
    points: raw.groups.epochs, testPoints: raw.groups.testEpochs,
    axes, axis, varying,
    shown,
    /* What charts of the means compare: networks, and groups with figures of each. */
    compared: comparedOf({ groups, shown, ...ofKinds }),
    /* The networks of the trial that lies there. */
    pairAt: (at) => pairAt(ofKinds, at),
    /* What the pictures beside the page show: the page too, until others are picked. */
    finalAxis: axis(raw.finalAxis), heatAxes: raw.heatAxes?.map(axis),
    groups, several: groups.some((group) => group.n > 1),
    networks: raw.networks, network: (word) => raw.networks.find((network) => network.word === word),
    /* Those with a normalization; what the first says, charts of one network show. */
    normalized, lead: normalized[0],
    /* What the others are compared with. */
    baseline: raw.networks.find((network) => network.baseline),
  };
}

/* The group whose last accuracy is the best of `network`; the first one if none was measured. */
export function bestGroup(groups, network) {
  const better = (a, b) => b.final(network) > a.final(network) || Number.isNaN(a.final(network));
  return groups.reduce((a, b) => (better(a, b) ? b : a));
}
