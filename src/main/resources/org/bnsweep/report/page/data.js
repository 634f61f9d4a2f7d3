"use strict";
/* The run: decodes what Java wrote into the page. One global name, shared by the scripts that follow. */
const bnsweep = {};

bnsweep.readData = (raw) => {
  const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const { width, scale } = raw.groups;
  const digits = new Array(128).fill(NaN);
  [...ALPHABET].forEach((character, i) => { digits[character.charCodeAt(0)] = i; });

  /* The number in 0..1 at a place of a text; NaN for what was not measured. */
  function number(text, place) {
    let value = 0;
    for (let k = 0; k < width; k++) value = value * 64 + digits[text.charCodeAt(place * width + k)];
    return value / scale;
  }
  const decode = (text) => Array.from({ length: text.length / width }, (_, i) => number(text, i));

  const axes = raw.axes.map((axis) => ({
    ...axis,
    values: axis.values.map(([text, brief]) => ({
      text, brief, number: /^[-+0-9.eE]+$/.test(text) ? Number(text) : NaN,
    })),
  }));
  const axis = (word) => axes.find((a) => a.word === word);
  const varying = axes.filter((a) => a.values.length > 1);
  const shown = varying.filter((a) => !a.averaged);

  /* Curves are decoded when first drawn. */
  const cache = new Map();
  function curve(network, kind, group) {
    const list = raw.groups[network][kind];
    if (!list) return null;
    const key = network + kind + group;
    if (!cache.has(key)) cache.set(key, decode(list[group]));
    return cache.get(key);
  }

  function last(network, kind, group) {
    const list = raw.groups[network][kind];
    return list && list[group] ? number(list[group], list[group].length / width - 1) : NaN;
  }
  const groups = raw.groups.n.map((n, index) => ({
    index, n,
    at: (word) => (raw.groups.at[word] ? raw.groups.at[word][index] : 0),
    mean: (network) => curve(network, "mean", index),
    half: (network) => curve(network, "half", index),
    final: (network) => last(network, "mean", index),
    finalHalf: (network) => last(network, "half", index) || 0,
    test: (network) => curve(network, "test", index),
    finalTest: (network) => last(network, "test", index),
    finalTestHalf: (network) => last(network, "testHalf", index) || 0,
  }));

  return {
    name: raw.name, source: raw.source, epochs: raw.epochs, trainSize: raw.trainSize, testSize: raw.testSize,
    seconds: raw.seconds, ranges: raw.ranges, rates: raw.rates, counts: raw.counts, provenance: raw.provenance,
    configuration: raw.configuration, trials: raw.trials, activations: raw.activations, recorded: raw.recorded,
    /* Whether this is the run folder's data, to which nothing will be added. */
    finished: raw.provenance.some(([key]) => key === "finished"),
    points: raw.groups.epochs, testPoints: raw.groups.testEpochs, axes, axis, varying, shown, groups,
    several: groups.some((g) => g.n > 1),
  };
};
bnsweep.data = bnsweep.readData(JSON.parse(document.getElementById("data").textContent));
