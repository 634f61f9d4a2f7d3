/*
 * The networks that charts compare: the pair, or, in a run with several normalizations, one of each kind
 * and the plain one. Draws nothing.
 */

/* The groups that differ in what normalizes alone, as one, which is asked for figures by kind. */
function together(members, index, { kinds, pair, placeOf }) {
  const trained = members.find((group) => group.n > 0) || members[0];
  const figures = new Map(kinds.map((kind) => [kind.word, kind.baseline
    ? { group: trained, word: pair.baseline.word }
    : { group: members.find((group) => placeOf(group) === kind.kind), word: pair.lead.word }]));
  const figure = (name, missing) => (word) => {
    const { group, word: ofPair } = figures.get(word) ?? {};
    return group ? group[name](ofPair) : missing;
  };
  return {
    index, n: Math.max(...members.map((group) => group.n)), at: members[0].at,
    mean: figure("mean", null), half: figure("half", null), test: figure("test", null),
    final: figure("final", NaN), finalHalf: figure("finalHalf", 0),
    finalTest: figure("finalTest", NaN), finalTestHalf: figure("finalTestHalf", 0),
  };
}

const ofNetworks = (networks) => ({
  networks, network: (word) => networks.find((network) => network.word === word),
  normalized: networks.filter((network) => !network.baseline),
  lead: networks.find((network) => !network.baseline),
  baseline: networks.find((network) => network.baseline),
});

/* `axis` is that of what normalizes, if it tells groups apart; `kinds` are the networks by its values. */
export function comparedOf({ groups, shown, networks, axis, kinds }) {
  const pair = ofNetworks(networks);
  if (!kinds || !shown.includes(axis)) return { ...pair, groups, shown };
  const others = shown.filter((other) => other !== axis);
  const placeOf = (group) => axis.values[group.at(axis.word)].text;
  const places = new Map();
  for (const group of groups) {
    const key = others.map((other) => group.at(other.word)).join();
    places.set(key, [...(places.get(key) ?? []), group]);
  }
  return {
    ...ofNetworks(kinds), shown: others,
    groups: [...places.values()].map((members, i) => together(members, i, { kinds, pair, placeOf })),
  };
}

/*
 * The networks of a trial: called by the words of the pair, looking as its kind does; `key` is the word
 * of its kind.
 */
export function pairAt({ networks, axis, kinds }, at) {
  const keyed = networks.map((network) => ({ ...network, key: network.word }));
  if (!kinds || axis.values.length < 2) return keyed;
  const kind = kinds.find((one) => one.kind === axis.values[at(axis.word)].text);
  return keyed.map((network) =>
    (network.baseline ? network : { ...kind, word: network.word, key: kind.word }));
}
