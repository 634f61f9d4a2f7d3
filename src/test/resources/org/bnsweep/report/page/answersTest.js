import { sentence } from "./answers.js";
import { equal } from "./check.js";
import { readData } from "./data.js";
import { ofKinds, pair } from "./madeUp.js";

const SPAN = { decades: 1.5, from: "0.01", to: "0.3" };
const RANGES = [{ accuracy: 0.5, tested: 2, groups: 2, spans: { bn: SPAN } }];
const RATES = { accuracy: 0.5, largest: { bn: "1.0" } };

export function ofAPairItIsSaidWhatNormalizes() {
  equal(sentence(readData(pair())),
    "After 2 epochs the best setting with Batch Normalization has an accuracy of 0.906, the best without it "
    + "1.000 (means over seed). At the end the network with it is the better one at 0 of 2 settings, "
    + "the one without at 2.");
}

export function ofSeveralKindsEachIsSaid() {
  equal(sentence(readData(ofKinds())),
    "After 2 epochs the best setting with Batch Normalization has an accuracy of 0.906, the best with Layer "
    + "Normalization 0.984, the best without any 1.000. At the end the network with BN is the better one at "
    + "1 of 2 settings, the one without at 1; the one with LN at 1 of 2 settings, the one without at 1.");
}

export function whatIsKnownOfNoKindAloneIsSaidOfOneOfThem() {
  const text = sentence(readData({ ...ofKinds(), ranges: RANGES, rates: RATES }));
  equal(text.startsWith("Of 2.0 decades of weight scale, networks with one of the normalizations train to "
    + "an accuracy of 0.5 in 2 epochs over 1.5 decades (0.01 to 0.3); without any, at no weight scale (the "
    + "median of 2 combinations of the other settings). The largest learning rate that trains to 0.5 is "
    + "1.0 with one of them, none without. At the end the network with BN "), true);
}

export function whatIsKnownOfEachKindIsSaid() {
  const ranges = [{ ...RANGES[0], groups: 4,
    kinds: { bn: { tested: 2, groups: 2, span: SPAN }, ln: { tested: 1, groups: 2 } } }];
  const rates = { ...RATES, kinds: { bn: "1.0" } };
  const text = sentence(readData({ ...ofKinds(), ranges, rates }));
  equal(text.split(" At the end ")[0],
    "Of 2.0 decades of weight scale, networks with Batch Normalization train to an accuracy of 0.5 in "
    + "2 epochs over 1.5 decades (0.01 to 0.3); with Layer Normalization, at no weight scale, of 1.0 tried; "
    + "without any, at no weight scale (the median of 2 combinations of the other settings). The largest "
    + "learning rate that trains to 0.5 is 1.0 with BN, none with LN, none without.");
}

export function ofKindsWithOtherCombinationsNoneIsCounted() {
  const ranges = [{ ...RANGES[0], groups: 3,
    kinds: { bn: { tested: 2, groups: 2, span: SPAN }, ln: { tested: 2, groups: 1, span: SPAN } } }];
  const text = sentence(readData({ ...ofKinds(), ranges }));
  equal(text.includes(" (medians over the combinations of the other settings)."), true);
}

export function onTestSamplesEachKindIsSaid() {
  const raw = ofKinds();
  const test = { bn: ["0W", "0G", "0w", "0H"], plain: ["0G", "0W", "0G", "0W"] };
  for (const word of ["bn", "plain"]) raw.groups[word].test = test[word];
  raw.groups.testEpochs = [1];
  equal(sentence(readData({ ...raw, testSize: 64 })).split(" On test samples ")[1],
    "the best with BN ends at 0.906, the best with LN at 0.266, the best without at 0.250. There the "
    + "network with BN is the better one at 2 of 2 settings, the one without at 0; the one with LN at "
    + "1 of 2 settings, the one without at 0.");
}

export function whereAllFailedThereIsNoAnswer() {
  equal(sentence(readData({ ...pair(), counts: { trials: 4, failed: 4 } })),
    "Every trial has failed; the table has the messages.");
}
