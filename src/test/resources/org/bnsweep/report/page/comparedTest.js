import { equal } from "./check.js";
import { comparedOf, pairAt } from "./compared.js";
import { pair, threeKinds } from "./madeUp.js";

const { networks } = pair();
const kinds = threeKinds().networks.map((network, i) => ({ ...network, kind: ["batch", "layer"][i] }));
const axis = { word: "normalization", values: [{ text: "layer" }, { text: "batch" }] };
const scale = { word: "weight_scale", values: [{ text: "1.0" }, { text: "0.1" }] };
const group = (place, kind, n, figures) => ({
  n, at: (word) => ({ weight_scale: place, normalization: kind })[word],
  final: (word) => figures[word], mean: (word) => [figures[word]],
});
const GROUPS = [
  group(0, 0, 0, {}), group(0, 1, 3, { bn: 0.9, plain: 0.2 }), group(1, 0, 1, { bn: 0.7, plain: 0.3 }),
];

export function groupsOfSeveralKindsAreOneWithALineEach() {
  const compared = comparedOf({ groups: GROUPS, shown: [axis, scale], networks, axis, kinds });
  equal(compared.shown.map(({ word }) => word), ["weight_scale"]);
  equal(compared.groups.map(({ index, n, at }) => [index, n, at("weight_scale")]), [[0, 3, 0], [1, 1, 1]]);
  const [first, second] = compared.groups;
  equal(["bn", "ln", "plain"].map(second.final), [NaN, 0.7, 0.3]);
  equal(["bn", "ln", "plain"].map(first.final), [0.9, undefined, 0.2]);
  equal([first.mean("bn"), second.mean("bn"), second.mean("rms")], [[0.9], null, null]);
  equal([compared.lead.word, compared.baseline.word, compared.normalized.length], ["bn", "plain", 2]);
}

export function ofOneKindThePairIsCompared() {
  const compared = comparedOf({ groups: GROUPS, shown: [scale], networks, axis, kinds: undefined });
  equal(compared.networks, networks);
  equal(compared.groups === GROUPS, true);
  equal(compared.shown, [scale]);
}

export function aTrialsNetworkLooksAsItsKind() {
  const looks = pairAt({ networks, axis, kinds }, () => 0);
  equal(looks.map(({ word, key, label }) => [word, key, label]),
    [["bn", "ln", "with LN"], ["plain", "plain", "without BN"]]);
  equal(pairAt({ networks, axis, kinds: undefined }, () => 0).map(({ key }) => key), ["bn", "plain"]);
}
