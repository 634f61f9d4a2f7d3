import { equal } from "./check.js";
import { readData } from "./data.js";
import { pair, threeKinds } from "./madeUp.js";
import { columnsOf, rowsOf } from "./rows.js";
import { compare, csv, matcher, sortedBy } from "./search.js";

const data = readData(pair());
const rows = rowsOf(data);
const columns = columnsOf(data, rows);
const found = (search) => rows.filter(matcher(search, columns)).map((row) => row.id).join(" ");

export function everyWordMustHold() {
  equal(found(""), "aa ab ba bb");
  equal(found("bb"), "bb");
  equal(found("diverged"), "ab");
  equal(found("weight_scale=0.01 seed=1"), "bb");
  equal(found("nothing"), "");
}

export function comparisonsAreOfNumbers() {
  equal(found("bn_final_accuracy>=0.5"), "aa ba");
  equal(found("bn_final_accuracy>0.5"), "aa");
  equal(found("bn_final_accuracy<0.5"), "ab");
  equal(found("bn_final_accuracy=0.900"), "aa");
  equal(found("weight_scale!=1"), "ba bb");
}

export function aColumnOfWordsHoldsWhatItHas() {
  equal(found("status=failed"), "bb");
  equal(found("STATUS=Div"), "ab");
  equal(found("message=memory"), "bb");
}

export function aWordThatLooksLikeAComparisonOfNoColumnIsSought() {
  equal(found("gone=1"), "");
  equal(found("=out"), "bb");
}

export function sortingPutsWhatIsMissingLast() {
  const by = (key, descending) =>
    sortedBy(rows, columns.find((c) => c.key === key), descending).map((row) => row.id).join(" ");
  equal(by("bn_final_accuracy", false), "ab ba aa bb");
  equal(by("bn_final_accuracy", true), "aa ba ab bb");
  equal(by("bn_first_epoch_50", false), "ba aa ab bb");
}

export function numbersComeBeforeWordsAndListsGoByTheirNumbers() {
  equal(["he", "10", "9"].sort(compare), ["9", "10", "he"]);
  equal(["[100,50]", "[20]"].sort(compare), ["[20]", "[100,50]"]);
}

export function copiedCellsAreNoFormulas() {
  const some = columns.filter((c) => ["seed", "bn_final_accuracy", "message"].includes(c.key));
  equal(csv(rows.slice(3), some), "seed,bn_final_accuracy,message\r\n1,,'=out of memory\r\n");
  const cell = (value) => csv([{}], [{ key: "k", csv: () => value }]).split("\r\n")[1];
  equal(["-1", "-a", "a,b", 'say "x"', " +1", "\uff1dx"].map(cell),
    ["-1", "'-a", '"a,b"', '"say ""x"""', '" +1"', "'\uff1dx"]);
}

export function columnsAreCalledAsInTheSummary() {
  equal(columns.map((c) => c.key), ["weight_scale", "seed", "bn_final_accuracy", "plain_final_accuracy",
    "final_accuracy_difference", "bn_best_accuracy", "plain_best_accuracy", "bn_first_epoch_50",
    "plain_first_epoch_50", "status", "message"]);
  equal(columns.map((c) => c.label).slice(2, 9), ["with BN", "without BN", "difference", "best with BN",
    "best without", "epoch of 0.5 with BN", "epoch of 0.5 without"]);
  equal(rows[1].words, "both diverged");
}

export function severalNormalizationsHaveADifferenceEach() {
  const three = readData(threeKinds());
  const keys = columnsOf(three, rowsOf(three)).map((c) => c.key);
  equal(keys.slice(2, 7), ["bn_final_accuracy", "ln_final_accuracy", "plain_final_accuracy",
    "bn_final_accuracy_difference", "ln_final_accuracy_difference"]);
  equal(rowsOf(three)[1].words, "all diverged");
}

export function tooManyTrialsAreRowsOfMeans() {
  const means = readData({ ...pair(), trials: null });
  const [first, second] = rowsOf(means);
  equal([first.plain_final_accuracy, second.bn_final_accuracy, second.n], [1, 17 / 64, 1]);
  equal(columnsOf(means, [first, second]).map((c) => c.key), ["weight_scale", "n", "bn_final_accuracy",
    "plain_final_accuracy", "final_accuracy_difference", "status"]);
}
