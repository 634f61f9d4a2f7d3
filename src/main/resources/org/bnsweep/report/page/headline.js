/* The answer in words and numbers. */
import { figures, sentence, spans } from "./answers.js";
import { averagedText, placeText } from "./axes.js";
import { bestGroup } from "./data.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { recordedTexts } from "./recorded.js";
import { data } from "./run.js";

function tile(title, value, detail) {
  const number = dom.element("dd", "", value);
  if (detail) number.append(dom.element("small", "", detail));
  dom.byId("tiles").append(dom.element("div", "", [dom.element("dt", "", title), number]));
}

/* A tile with a figure of each network, of [network, figure]. */
function tileOfEach(title, list, text, label = (network) => network.overall) {
  tile(title, list.map(([, figure]) => text(figure)).join(" / "),
    list.map(([network]) => label(network)).join(" / "));
}

function drawTiles() {
  dom.byId("tiles").replaceChildren();
  for (const network of data.compared.networks) {
    const group = bestGroup(data.compared.groups, network.word);
    const measured = Number.isFinite(group.final(network.word));
    tile(`Best at the end, ${network.label}`, format.column(group.final(network.word)),
      measured ? placeText(data.compared.shown, group.at) : "");
  }
  for (const range of data.ranges) {
    const decades = (span) => (span ? span.decades.toFixed(1) : "none");
    if (range.tested > 0) {
      tileOfEach(`Decades that train to ${range.accuracy}`, spans(data, range), decades);
    }
  }
  const { trials, failed, diverged, divergedKinds } = data.counts;
  tile("Trials", format.count(trials), failed ? `${format.count(failed)} failed` : "none failed");
  tileOfEach("Diverged", figures(data, diverged, divergedKinds), format.count,
    ({ baseline, overall }) => (baseline && divergedKinds ? `${overall}, in pairs of any kind` : overall));
  tile("Time", format.seconds(data.seconds), where());
}

function where() {
  return [data.master ? `on ${format.line(data.master)}` : "",
    data.reused ? `${data.reused} trials from earlier runs` : ""].filter(Boolean).join("; ");
}

/* The values of a setting, as they are written in YAML. */
const texts = (word) =>
  (data.axes.find((axis) => axis.word === word)?.values ?? []).map(({ text }) => text);

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
  const missing = recordedTexts(data.recorded.filter((word) => !data[word]));
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
    dom.byId("headline").textContent = sentence(data);
    drawTiles();
    dom.byId("notes").replaceChildren(...notes().map((note) => dom.element("li", "", note)));
  },
};
