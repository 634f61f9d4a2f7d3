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

/* How far each network trains, or how well if no axis says how far. */
function reach({ compared, epochs, networks, ranges, several, varying }) {
  if (ranges.length > 0 && ranges[0].tested > 0) {
    const { accuracy, tested, groups, spans } = ranges[0];
    const [first, ...others] = networks;
    const rest = others.map((network) => `${network.name}, ${span(spans[network.word])}`);
    const median = groups > 1
      ? ` (the median of ${format.count(groups)} combinations of the other settings)` : "";
    return `Of ${tested.toFixed(1)} decades of weight scale, networks ${first.name} train to an accuracy of `
      + `${accuracy} in ${format.epochs(epochs)} ${span(spans[first.word])}; ${rest.join("; ")}${median}.`;
  }
  const best = ({ word }) => format.column(bestGroup(compared.groups, word).final(word));
  const settings = compared.networks.map((network, i) => (i === 0
    ? `the best setting ${network.name} has an accuracy of ${best(network)}`
    : `the best ${network.name} ${best(network)}`));
  const means = several ? ` (means over ${averagedText(varying)})` : "";
  return `After ${format.epochs(epochs)} ${settings.join(", ")}${means}.`;
}

function rates({ rates: found, networks }) {
  if (!found) return "";
  const list = networks.map((network) => `${found.largest[network.word] || "none"} ${network.it}`);
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
 * What came out of the run `data`. What is known of a pair whatever normalizes it is said of that, all
 * else of each kind.
 */
export function sentence(data) {
  if (data.counts.failed === data.counts.trials) {
    return "Every trial has failed; the table has the messages.";
  }
  const atTheEnd = ahead(data.compared, "At the end", (g, word) => g.final(word));
  return [reach(data), rates(data), atTheEnd, ...onTest(data)].filter(Boolean).join(" ");
}
