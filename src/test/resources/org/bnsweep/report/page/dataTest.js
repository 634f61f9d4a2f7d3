import { equal } from "./check.js";
import { bestGroup, readData } from "./data.js";
import { pair, threeKinds } from "./madeUp.js";

export function curvesAreDecodedAndWhatWasNotMeasuredIsNaN() {
  const [first, second] = readData(pair()).groups;
  equal(first.mean("plain"), [8 / 64, 1]);
  equal(second.mean("plain"), [NaN, 0.5]);
  equal(first.final("plain"), 1);
  equal(second.final("bn"), 17 / 64);
}

export function aFigureThatThePageLacksIsNullOrNaN() {
  const [group] = readData(pair()).groups;
  equal(group.half("bn"), null);
  equal(group.finalHalf("bn"), 0);
  equal(group.mean("rms"), null);
  equal(group.final("rms"), NaN);
}

export function valuesOfAnAxisAreNumbersOrWords() {
  const data = readData(pair());
  equal(data.axis("weight_scale").values[1], { text: "0.01", brief: "0.01", number: 0.01 });
  equal(data.axis("optimizer").values[0].number, NaN);
}

export function theAxesOfThePicturesAreKnownByTheirWords() {
  const data = readData({ ...pair(), heatAxes: ["weight_scale", "seed"] });
  equal(data.finalAxis.label, "weight scale");
  equal(data.heatAxes.map((axis) => axis.label), ["weight scale", "seed"]);
  equal([readData({ ...pair(), finalAxis: undefined }).finalAxis, readData(pair()).heatAxes],
    [undefined, undefined]);
}

export function axesThatVaryAreShownUnlessAveraged() {
  const data = readData(pair());
  equal(data.varying.map((axis) => axis.word), ["weight_scale", "seed"]);
  equal(data.shown.map((axis) => axis.word), ["weight_scale"]);
  equal(data.several, true);
}

export function networksAreComparedWithTheBaseline() {
  const data = readData(threeKinds());
  equal(data.normalized.map((network) => network.word), ["bn", "ln"]);
  equal([data.lead.word, data.baseline.word, data.network("ln").label], ["bn", "plain", "with LN"]);
}

export function theBestGroupIsTheFirstIfNoneWasMeasured() {
  const { groups } = readData(pair());
  equal(bestGroup(groups, "bn").index, 0);
  equal(bestGroup([...groups].reverse(), "plain").index, 0);
  equal(bestGroup(groups, "rms").index, 1);
}
