/* The answers of a run in a few sentences; draws nothing. */
import { averagedText } from "./axes.js";
import { bestGroup } from "./data.js";
import { format } from "./format.js";

function span(part) {
  if (!part) return "at no weight scale";
  return part.decades > 0
    ? `over ${part.decades.toFixed(1)} decades (${part.from} to ${part.to})`
    : `at one weight scale alone (${part.from})`;
}

/*
 * Each network with what `ofPair` has of it, as [network, figure]: of the kinds, if `ofKinds` has what
 * is known of them, or else of the pair.
 */
export function figures({ compared, networks }, ofPair, ofKinds) {
  return ofKinds
    ? compared.networks.map((network) => [network, (network.baseline ? ofPair : ofKinds)[network.word]])
    : networks.map((network) => [network, ofPair[network.word]]);
}

/* The part of a range of weight scales in which each network trains. */
export function spans(data, { spans: ofPair, kinds }) {
  const ofKinds = kinds
    && Object.fromEntries(Object.entries(kinds).map(([word, kind]) => [word, kind.span]));
  return figures(data, ofPair, ofKinds);
}

function median({ groups, kinds }) {
  const counts = kinds ? Object.values(kinds).map((kind) => kind.groups) : [groups];
  const most = Math.max(...counts);
  if (most < 2) return "";
  return counts.every((count) => count === most)
    ? ` (the median of ${format.count(most)} combinations of the other settings)`
    : " (medians over the combinations of the other settings)";
}

/* How far each network trains, or how well if no axis says how far. */
function reach(data) {
  const { compared, epochs, ranges, several, varying } = data;
  if (ranges.length > 0 && ranges[0].tested > 0) {
    const { accuracy, tested, kinds = {} } = ranges[0];
    /* A kind need not have been tried at all weight scales. */
    const tried = ({ word }) => (kinds[word] && kinds[word].tested.toFixed(1) !== tested.toFixed(1)
      ? `, of ${kinds[word].tested.toFixed(1)} tried` : "");
    const [[first, its], ...others] = spans(data, ranges[0]);
    const rest = others.map(([network, part]) => `${network.name}, ${span(part)}${tried(network)}`);
    return `Of ${tested.toFixed(1)} decades of weight scale, networks ${first.name} train to an accuracy of `
      + `${accuracy} in ${format.epochs(epochs)} ${span(its)}${tried(first)}; `
      + `${rest.join("; ")}${median(ranges[0])}.`;
  }
  const best = ({ word }) => format.column(bestGroup(compared.groups, word).final(word));
  const settings = compared.networks.map((network, i) => (i === 0
    ? `the best setting ${network.name} has an accuracy of ${best(network)}`
    : `the best ${network.name} ${best(network)}`));
  const means = several ? ` (means over ${averagedText(varying)})` : "";
  return `After ${format.epochs(epochs)} ${settings.join(", ")}${means}.`;
}

function rates(data) {
  const found = data.rates;
  if (!found) return "";
  const list = figures(data, found.largest, found.kinds).map(([network, rate]) =>
    `${rate || "none"} ${network.it}`);
  return `The largest learning rate that trains to ${found.accuracy} is ${list.join(", ")}.`;
}

/* At how many settings each is better than the one without, by the figure that `of` has of a network. */
function ahead({ groups, normalized, baseline }, when, of) {
  const list = normalized.map((network) => {
    const both = groups.map((g) => of(g, network.word) - of(g, baseline.word)).filter(Number.isFinite);
    const count = (wins) => format.count(both.filter(wins).length);
    return { network, settings: both.length, better: count((d) => d > 0), worse: count((d) => d < 0) };
  }).filter(({ settings }) => settings > 1);
  const texts = list.map(({ network, settings, better, worse }, i) =>
    `${i === 0 ? `${when} the network ${network.it} is the better one` : `the one ${network.it}`} at `
    + `${better} of ${format.count(settings)} settings, the one ${baseline.it} at ${worse}`);
  return texts.length ? `${texts.join("; ")}.` : "";
}

/* The same on samples that were not trained on, which is what regularization is about. */
function onTest({ compared, testSize }) {
  if (!testSize) return [];
  const most = ({ word }) =>
    Math.max(...compared.groups.map((g) => g.finalTest(word)).filter(Number.isFinite));
  if (!compared.networks.every((network) => Number.isFinite(most(network)))) return [];
  const list = compared.networks.map((network, i) =>
    `the best ${network.it} ${i === 0 ? "ends " : ""}at ${format.column(most(network))}`);
  return [`On test samples ${list.join(", ")}.`, ahead(compared, "There", (g, word) => g.finalTest(word))];
}

/*
 * What came out of the run `data`, of each kind of normalization. What is known of a pair only,
 * whatever normalizes it, is said of that.
 */
export function sentence(data) {
  if (data.counts.failed === data.counts.trials) {
    return "Every trial has failed; the table has the messages.";
  }
  const atTheEnd = ahead(data.compared, "At the end", (g, word) => g.final(word));
  return [reach(data), rates(data), atTheEnd, ...onTest(data)].filter(Boolean).join(" ");
}
