import { acrossAxis, ascending, ends, everyKth, finalAxis, hasPlace, heatAxes, ordered } from "./axes.js";
import { groupsInSlice, panelAxis, placeText, slicePlaces } from "./axes.js";
import { equal } from "./check.js";

const axis = (word, ...values) => ({
  word, label: word, logarithmic: word === "weight_scale",
  values: values.map((value) => ({ text: String(value), brief: `~${value}`, number: Number(value) })),
});
const scale = axis("weight_scale", 1, 0.1, "he");
const dropout = axis("dropout", 0, 0.5);
const optimizer = axis("optimizer", "sgd", "adam");
const group = (...places) => ({ at: (word) =>
  places[["weight_scale", "dropout", "optimizer"].indexOf(word)] });

export function panelsAreOfThePickedAxisElseOfWeightScales() {
  equal(panelAxis([dropout, scale], "dropout").word, "dropout");
  equal(panelAxis([dropout, scale], "gone").word, "weight_scale");
  equal(panelAxis([dropout, optimizer]).word, "dropout");
  equal(panelAxis([]), undefined);
}

export function heatMapsTakeAnotherAxisThanThePanels() {
  equal(acrossAxis([scale, dropout, optimizer], scale, "optimizer").word, "optimizer");
  equal(acrossAxis([scale, dropout, optimizer], scale, "weight_scale").word, "dropout");
  equal(acrossAxis([scale], scale), undefined);
}

export function heatMapsAreOfThePicturesAxesUntilOthersArePicked() {
  const shown = [scale, dropout, optimizer];
  const words = (ofPicture, picked) => heatAxes(shown, scale, ofPicture, picked).map((a) => a.word);
  equal(words([dropout, optimizer], {}), ["dropout", "optimizer"]);
  equal(words([dropout, optimizer], { panels: "gone", dropout: "0.5" }), ["dropout", "optimizer"]);
  equal(words([dropout, optimizer], { across: "optimizer" }), ["weight_scale", "optimizer"]);
  equal(words([dropout, optimizer], { panels: "weight_scale" }), ["weight_scale", "dropout"]);
  equal(words(undefined, {}), ["weight_scale", "dropout"]);
  equal(heatAxes([scale], scale, undefined, {}), null);
}

export function aSliceIsWhereItWasPickedElseAtTheBestGroup() {
  const picked = { dropout: "0.5", optimizer: "gone" };
  const places = slicePlaces([scale, dropout, optimizer], picked, group(2, 0, 1));
  equal(places, { weight_scale: 2, dropout: 1, optimizer: 1 });
  const groups = [group(0, 1, 1), group(2, 1, 1), group(2, 0, 1)];
  equal(groupsInSlice(groups, [scale, dropout, optimizer], places, [scale]).length, 2);
  equal(placeText([dropout], (word) => places[word]), "dropout ~0.5");
}

export function zeroAndWordsHaveNoPlaceAmongPowersOfTen() {
  equal([group(0, 0), group(2, 0)].map((g) => hasPlace(scale, g)), [true, false]);
  equal(hasPlace(dropout, group(0, 0)), true);
  equal(hasPlace(axis("weight_scale", 0), group(0)), false);
  equal(ends(scale), [0.1, 1]);
  equal(ends(dropout), [0, 0.5]);
}

export function finalAccuraciesNeedTwoNumbers() {
  const groups = { weight_scale: [group(0, 0), group(2, 0)], dropout: [group(0, 0), group(0, 1)] };
  equal(finalAxis([undefined, scale, dropout], (a) => groups[a.word]).word, "dropout");
  equal(finalAxis([undefined, scale], (a) => groups[a.word]), undefined);
  groups.weight_scale.push(group(1, 0));
  equal(finalAxis([undefined, dropout, scale], (a) => groups[a.word]).word, "dropout");
  equal(finalAxis([scale, dropout, scale], (a) => groups[a.word]).word, "weight_scale");
}

export function groupsStayInTheGridsOrderOrAreSortedDown() {
  const numbers = axis("weight_scale", 1, 0.1, 0.5);
  const places = (list) => ordered(list.map((i) => group(i)), numbers).map((g) => g.at("weight_scale"));
  equal(places([1, 2, 0]), [1, 2, 0]);
  equal(places([0, 1, 2]), [0, 2, 1]);
  equal(ordered([group(0), group(2), group(1)], scale).map((g) => g.at("weight_scale")), [0, 2, 1]);
}

export function indicesAscendByNumberAndWordsComeLast() {
  equal(ascending(axis("seed", 3, 1, 2)), [1, 2, 0]);
  equal(ascending(scale), [1, 0, 2]);
  equal(ascending(axis("weight_scale", "xavier", 1, "he", 0.1)), [3, 1, 0, 2]);
  equal(ascending(optimizer), [0, 1]);
}

export function ofTooManyEveryKthIsKept() {
  equal(everyKth([1, 2, 3, 4, 5], 2), [1, 4]);
  equal(everyKth([1, 2], 64), [1, 2]);
}
