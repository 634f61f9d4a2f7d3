import { equal } from "./check.js";
import { recordedTexts, sameOrMiddle, selectionText } from "./recorded.js";

export function aTrialStaysChosenWhileItIsThere() {
  const trials = ["a", "b", "c"].map((key) => ({ key }));
  equal([sameOrMiddle(trials, "c").key, sameOrMiddle(trials, "gone").key], ["c", "b"]);
}

export function whichTrialsAreShownIsSaidIfNotAll() {
  equal(selectionText(16, 16, true, "x.parquet"), "");
  equal(selectionText(20, 5000, true, "x.parquet"),
    " Shown are 20 of 5,000 settings, evenly chosen; x.parquet has all.");
  equal(selectionText(20, 50, false, "x.parquet").includes("trained first"), true);
}

export function whatIsRecordedHasAText() {
  equal(recordedTexts(["landscape", "gradients"]), ["losses along the gradient", "gradients"]);
  equal(recordedTexts(["step_lengths"]), ["step lengths"]);
}
