/* The answer in words and numbers. */
import { averagedText, placeText } from "./axes.js";
import { bestGroup } from "./data.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";

const best = (network, of = data) => bestGroup(of.groups, network.word);

function span(part) {
  if (!part) return "at no weight scale";
  return part.decades > 0
    ? `over ${part.decades.toFixed(1)} decades (${part.from} to ${part.to})`
    : `at one weight scale alone (${part.from})`;
}

/* How far each network trains, or how well if no axis says how far. */
function reach() {
  const epochs = format.epochs(data.epochs);
  if (data.ranges.length > 0 && data.ranges[0].tested > 0) {
    const { accuracy, tested, groups, spans } = data.ranges[0];
    const [first, ...others] = data.networks;
    const rest = others.map((network) => `${network.name}, ${span(spans[network.word])}`);
    const median = groups > 1
      ? ` (the median of ${format.count(groups)} combinations of the other settings)` : "";
    return `Of ${tested.toFixed(1)} decades of weight scale, networks ${first.name} train to an accuracy `
      + `of ${accuracy} in ${epochs} ${span(spans[first.word])}; ${rest.join("; ")}${median}.`;
  }
  const settings = data.networks.map((network, i) =>
    `the best ${i === 0 ? "setting " : ""}${network.name} ${i === 0 ? "has an accuracy of " : ""}`
    + format.column(best(network).final(network.word)));
  const means = data.several ? ` (means over ${averagedText(data.varying)})` : "";
  return `After ${epochs} ${settings.join(", ")}${means}.`;
}

function rates() {
  if (!data.rates) return "";
  const { accuracy, largest } = data.rates;
  const list = data.networks.map((network) => `${largest[network.word] || "none"} ${network.it}`);
  return `The largest learning rate that trains to ${accuracy} is ${list.join(", ")}.`;
}

/* At how many settings which of a pair is the better one, by the figure that `of` has of a network. */
function ahead(when, network, of) {
  const { baseline } = data;
  const differences = data.groups.map((g) => of(g, network.word) - of(g, baseline.word));
  const both = differences.filter(Number.isFinite);
  if (both.length < 2) return "";
  const count = (wins) => format.count(both.filter(wins).length);
  return `${when} the network ${network.it} is the better one at ${count((d) => d > 0)} of `
    + `${format.count(both.length)} settings, the one ${baseline.it} at ${count((d) => d < 0)}.`;
}

const aheadAtTheEnd = () =>
  data.normalized.map((network) => ahead("At the end", network, (g, word) => g.final(word)));

/* The same on samples that were not trained on, which is what regularization is about. */
function onTest() {
  if (!data.testSize) return [];
  const most = (network) =>
    Math.max(...data.groups.map((g) => g.finalTest(network.word)).filter(Number.isFinite));
  if (!data.networks.every((network) => Number.isFinite(most(network)))) return [];
  const list = data.networks.map((network, i) =>
    `the best ${network.it} ${i === 0 ? "ends " : ""}at ${format.column(most(network))}`);
  return [`On test samples ${list.join(", ")}.`,
    ...data.normalized.map((network) => ahead("There", network, (g, word) => g.finalTest(word)))];
}

function sentence() {
  if (data.counts.failed === data.counts.trials) {
    return "Every trial has failed; the table has the messages.";
  }
  return [reach(), rates(), ...aheadAtTheEnd(), ...onTest()].filter(Boolean).join(" ");
}

function tile(title, value, detail) {
  const number = dom.element("dd", "", value);
  if (detail) number.append(dom.element("small", "", detail));
  dom.byId("tiles").append(dom.element("div", "", [dom.element("dt", "", title), number]));
}

/* A tile with a figure of each network. */
function tileOfEach(title, figure) {
  const shorts = data.networks.map((network) => network.short);
  tile(title, data.networks.map((network) => figure(network.word)).join(" / "), shorts.join(" / "));
}

function drawTiles() {
  dom.byId("tiles").replaceChildren();
  for (const network of data.compared.networks) {
    const group = best(network, data.compared);
    const measured = Number.isFinite(group.final(network.word));
    tile(`Best at the end, ${network.label}`, format.column(group.final(network.word)),
      measured ? placeText(data.compared.shown, group.at) : "");
  }
  for (const { accuracy, tested, spans } of data.ranges) {
    const decades = (word) => (spans[word] ? spans[word].decades.toFixed(1) : "none");
    if (tested > 0) tileOfEach(`Decades that train to ${accuracy}`, decades);
  }
  const { trials, failed, diverged } = data.counts;
  tile("Trials", format.count(trials), failed ? `${format.count(failed)} failed` : "none failed");
  tileOfEach("Diverged", (word) => format.count(diverged[word]));
  tile("Time", format.seconds(data.seconds), where());
}

function where() {
  return [data.master ? `on ${format.line(data.master)}` : "",
    data.reused ? `${data.reused} trials from earlier runs` : ""].filter(Boolean).join("; ");
}

/* The values of a setting, as they are written in YAML. */
const texts = (word) =>
  (data.axes.find((axis) => axis.word === word)?.values ?? []).map(({ text }) => text);

const RECORDED = {
  activations: "activations", gradients: "gradients", landscape: "losses along the gradient",
};

function notes() {
  const list = [];
  if (texts("batch_size").includes("1") && texts("normalization").includes("batch")) {
    list.push("At batch size 1 Batch Normalization answers its beta whatever it is given: "
      + "there it learns nothing of the samples.");
  }
  list.push(...data.classWarnings.map((warning) => `${format.line(warning)}.`));
  if (!data.trials) {
    const { curves, summary } = data.files;
    list.push(`${format.count(data.counts.trials)} trials are too many to list: this page shows their `
      + `means over ${averagedText(data.varying)}, ${format.count(data.groups.length)} in all. The files `
      + `${curves} and ${summary} ${data.finished ? "have" : "will have"} every trial.`);
  }
  if (data.points.length < data.epochs) {
    list.push(`To keep this file small, curves show ${data.points.length} of ${data.epochs} epochs.`);
  }
  if (data.testSize && data.testPoints.length < data.points.length) {
    list.push("To keep this file small, it has accuracies on test samples at the last epoch only.");
  }
  const missing = data.recorded.filter((word) => !data[word]).map((word) => RECORDED[word]);
  if (missing.length) {
    const text = missing.join(" and ");
    list.push(`${text[0].toUpperCase()}${text.slice(1)} are recorded too; of so many trials this page shows `
      + "them when all are trained.");
  }
  return list;
}

export const headline = {
  draw() {
    const name = format.line(data.name);
    document.title = `${name} \u2013 bnsweep`;
    dom.byId("name").textContent = name;
    dom.byId("headline").textContent = sentence();
    drawTiles();
    dom.byId("notes").replaceChildren(...notes().map((note) => dom.element("li", "", note)));
  },
};
