import { equal } from "./check.js";
import { pair } from "./madeUp.js";
import { epochsText, gradientsLeftOut, gradientTrials, gradientWords } from "./probes.js";
import { landscapeTrials, landscapeWords, layersOfGradients, lossesLeftOut } from "./probes.js";
import { markedIfAlone, numberText, powerOf, powersAround, wide } from "./probes.js";

const { networks } = pair();
const BASELINE_FIRST = [networks[1], networks[0]];
const AXES = [{ word: "seed", symbol: "seed", values: [{ brief: "0" }, { brief: "7" }] }];
const [gradients] = gradientTrials({ trials: [{
  at: { seed: 1 }, epochs: [0, 5],
  norm: { bn: [[0.5, 0.25], [1, 2]], plain: [[1e-9, 0], ["NaN", "Infinity"]] },
  ratio: { bn: [[0.1, 0.1], [0.1, 0.1]], plain: [["NaN", "NaN"], ["NaN", "NaN"]] },
}] }, AXES);
const [landscape] = landscapeTrials({ trials: [{
  at: {}, epochs: [0, 5],
  least: { bn: [2, 0.5], plain: [2, "NaN"] }, largest: { bn: [3, 0.75], plain: [40, "NaN"] },
  lost: { bn: [0, 0], plain: [1, 5] },
}] }, AXES);

export function whatIsNotFiniteIsReadFromTexts() {
  equal(gradients.title, "seed:7");
  equal(gradients.norm.plain, [[1e-9, 0], [NaN, Infinity]]);
  equal(layersOfGradients(gradients), [1, 2]);
  equal([landscape.largest.plain, landscape.lost.plain], [[40, NaN], [1, 5]]);
}

export function gradientsAreToldFromTheFirstLayerToTheLast() {
  equal(gradientWords(gradients, "norm", BASELINE_FIRST), "seed:7, the gradient's norm at epoch 0: "
    + "without BN it goes from 1e-9 in layer 1 to not finite in layer 2, "
    + "with BN it goes from 0.5 in layer 1 to 1 in layer 2.");
  equal(gradientWords(gradients, "ratio", [networks[1]]),
    "seed:7, the update ratio at epoch 0: without BN it is not finite.");
}

export function whatHasNoPlaceAmongPowersOfTenIsCounted() {
  equal(gradientsLeftOut(gradients, "norm", networks),
    " Left out: 1 of 4 without BN that is 0 and 2 of 4 without BN that are not finite.");
  equal(gradientsLeftOut(gradients, "ratio", [networks[0]]), "");
  equal([powerOf(100), powerOf(0), powerOf(NaN), powerOf(Infinity)], [2, null, null, null]);
}

export function theBandIsToldAtTheLastEpochAndWhatIsLostOfAll() {
  equal(landscapeWords(landscape, BASELINE_FIRST), "seed:0, the loss along the gradient at epoch 5: "
    + "without BN nowhere finite, with BN from 0.5 to 0.75.");
  equal(lossesLeftOut(landscape, 5, networks), " Left out, as not finite: 6 of 10 losses without BN.");
  equal(lossesLeftOut(landscape, 5, [networks[0]]), "");
}

export function aPointThatNoLineLeadsToIsMarked() {
  const symbols = (places) => markedIfAlone([0, 1, 2, 3], places, "circle").map(({ symbol }) => symbol);
  equal(symbols([1, null, 2, 3]), ["circle", "none", "none", "none"]);
  equal(symbols([1]), ["circle"]);
  equal(markedIfAlone([5], [2], "circle")[0].value, [5, 2]);
}

export function powersOfTenAreWholeStepsAroundWhatCanBeDrawn() {
  equal(powersAround([0.02, 3, 0, NaN], 5), { low: -2, high: 1, step: 1 });
  equal(powersAround([1e-9, 1], 4), { low: -9, high: 0, step: 3 });
  equal(powersAround([1], 4), { low: 0, high: 1, step: 1 });
  equal(powersAround([NaN], 4), { low: -1, high: 1, step: 1 });
  equal([wide([0.1, 1, NaN]), wide([0.01, 1]), wide([])], [false, true, false]);
}

export function fewerEpochsThanThereWereAreSaid() {
  equal(epochsText(gradients, 2), "");
  equal(epochsText(gradients, 1000), " To keep this file small, it is shown at 2 of 1,000 epochs.");
  equal(numberText(-Infinity), "not finite");
}
