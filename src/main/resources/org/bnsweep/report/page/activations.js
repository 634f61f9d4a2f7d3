/* What happens between the layers: histograms of one trial, and the spread over all weight scales. */
import { placeText } from "./axes.js";
import { chart } from "./charts.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { decades, epochsOf, histogram, layerNumbers, recordedTrials } from "./layers.js";
import { layerLayout, someLayers } from "./layers.js";
import { sameOrMiddle, selectionText } from "./recorded.js";
import { data } from "./run.js";
import { state } from "./state.js";
import { theme } from "./theme.js";

const MOST_LAYERS = 16;
const FIGURES = ["spread", "mean", "zeros", "dead units", "NaN"];
let kept, trials, epochs, trial, epoch;
let listed = "";

/* The same trial and epoch as before if there are newer data. */
function read() {
  kept = data.activations;
  if (!kept) return;
  trials = recordedTrials(kept, data.axes);
  epochs = epochsOf(trials);
  trial = sameOrMiddle(trials, trial?.key);
  if (!epochs.includes(epoch)) epoch = epochs[0];
  drawPickers();
}

function drawPickers() {
  const titles = trials.map((t) => t.title);
  const look = JSON.stringify([titles, epochs]);
  if (look === listed) return;
  listed = look;
  dom.byId("activations-pickers").replaceChildren(
    dom.picker("trial", titles, trials.indexOf(trial), (i) => {
      trial = trials[i];
      draw();
    }),
    dom.picker("epoch", epochs.map(String), epochs.indexOf(epoch), (i) => {
      epoch = epochs[i];
      draw();
    }));
}

const layersOf = (t, network) => t.layers.filter((l) => l.network === network.word && l.epoch === epoch);
const layerOf = (t, network, number) => layersOf(t, network).find((l) => l.layer === number);
const drawn = () => someLayers(layerNumbers(trial), MOST_LAYERS);

function layerSeries(network, layer, i, ends) {
  return {
    type: "line", name: network.word, xAxisIndex: i, yAxisIndex: i, step: "middle", symbol: "none",
    silent: true, data: histogram(layer, ends, kept.perDecade), lineStyle: chart.line(network, 2),
    itemStyle: chart.item(network), areaStyle: { ...chart.item(network), opacity: 0.18 },
  };
}

function powerAxis(i, ends, step) {
  return {
    gridIndex: i, type: "value", min: ends[0], max: ends[1], interval: step,
    axisLine: { show: true, lineStyle: { color: theme.colour("line") } },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    axisLabel: {
      color: theme.colour("muted"), fontSize: 12, hideOverlap: true,
      /* The library labels the upper end besides, which would run into its neighbour. */
      formatter: (power) => (Math.round(power) % step === 0 ? format.power(power) : ""),
      alignMinLabel: "left", alignMaxLabel: "right",
    },
    axisPointer: { show: true, snap: true, label: { show: false } },
  };
}

function shareAxis(i, most, leftmost) {
  return {
    gridIndex: i, type: "value", min: 0, max: most, splitNumber: 3, axisPointer: { show: false },
    axisLine: { show: true, lineStyle: { color: theme.colour("line") } },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    axisLabel: {
      show: leftmost, showMaxLabel: false, formatter: (v) => `${Math.round(v * 100)} %`,
      color: theme.colour("muted"), fontSize: 12,
    },
  };
}

const networkOf = (hit) => data.pairAt(trial.at).find(({ word }) => word === hit.seriesName);

function layerTip(number, hits) {
  const shares = hits.map((hit) => {
    const network = networkOf(hit);
    return [network.colour, `${network.label} ${format.percent(hit.value[1])}`];
  });
  const lines = state.pair(trial.at).filter((network) => layerOf(trial, network, number)).map((network) => {
    const l = layerOf(trial, network, number);
    return [network.colour, `${network.label}: spread ${format.brief(l.std)}, mean ${format.brief(l.mean)}, `
      + `0 in ${format.percent(l.zeros)}, dead units ${format.percent(l.dead)}`];
  });
  const around = format.power(hits[0].value[0]);
  return dom.tip(`layer ${number}, activations around ${around}`, [...shares, ...lines]);
}

function option(node) {
  const numbers = drawn();
  const place = layerLayout(numbers.length, node.clientWidth);
  node.style.height = `${place.total}px`;
  const [low, high] = decades(state.pair(trial.at).flatMap((network) => layersOf(trial, network)));
  const labels = Math.max(2, Math.min(4, Math.floor(place.panel / 40)));
  const step = Math.ceil((high - low) / labels);
  const ends = [Math.floor(low / step) * step, high];
  const series = numbers.flatMap((number, i) => state.pair(trial.at)
    .filter((network) => layerOf(trial, network, number))
    .map((network) => layerSeries(network, layerOf(trial, network, number), i, ends)));
  const most = Math.max(0.01, ...series.flatMap((s) => s.data.map((p) => p[1])));
  const size = { width: place.panel, height: place.height };
  return {
    title: numbers.map((number, i) =>
      chart.panelTitle(`layer ${number}`, place.x(i) + place.panel / 2, place.y(i))),
    grid: numbers.map((_, i) => chart.panel({ left: place.x(i), top: place.y(i), ...size })),
    xAxis: numbers.map((_, i) => powerAxis(i, ends, step)),
    yAxis: numbers.map((_, i) => shareAxis(i, most, place.leftmost(i))),
    series,
    tooltip: dom.tooltip({
      trigger: "axis", formatter: (hits) => layerTip(numbers[hits[0].axisIndex], hits),
    }),
  };
}

/* "goes from 0.09 in layer 1 to 4e-7 in layer 5". */
function course(network) {
  const layers = layersOf(trial, network);
  if (!layers.length) return "has overflowed and shows none";
  const [first, last] = [layers[0], layers[layers.length - 1]];
  return first === last ? `is ${format.brief(first.std)}`
    : `goes from ${format.brief(first.std)} in layer ${first.layer} `
      + `to ${format.brief(last.std)} in layer ${last.layer}`;
}

/* The courses of all networks, the baseline's first. */
function courses() {
  return data.pairAt(trial.at).reverse().map((network, i) =>
    `${i === 0 ? "the spread " : ""}${network.label} ${i === 0 ? "" : "it "}${course(network)}`).join(", ");
}

function heading(scope, text) {
  const th = dom.element("th", "", text);
  th.scope = scope;
  return th;
}

function cellsOf(network, number) {
  const l = layerOf(trial, network, number);
  if (!l) return FIGURES.map(() => "\u2013");
  return [...[l.std, l.mean].map(format.brief), ...[l.zeros, l.dead, l.lost].map(format.percent)];
}

function drawTable() {
  const table = dom.byId("activations-table");
  const networks = data.pairAt(trial.at);
  const titles = networks.flatMap((network) => FIGURES.map((what) => `${what} ${network.label}`));
  table.tHead.replaceChildren(
    dom.element("tr", "", ["layer", ...titles].map((text) => heading("col", text))));
  table.tBodies[0].replaceChildren(...layerNumbers(trial).map((number) => {
    const cells = networks.flatMap((network) => cellsOf(network, number));
    return dom.element("tr", "",
      [heading("row", String(number)), ...cells.map((text) => dom.element("td", "", text))]);
  }));
}

function scaleOf(t) {
  return data.axis("weight_scale").values[t.at("weight_scale")].number;
}

/* The trials that differ from the chosen one in their weight scale alone. */
function beside() {
  const others = data.shown.filter((axis) => axis.word !== "weight_scale");
  return trials.filter((t) => scaleOf(t) > 0 && others.every((a) => t.at(a.word) === trial.at(a.word)))
    .sort((a, b) => scaleOf(a) - scaleOf(b));
}

/* The deeper the layer, the stronger its line. */
function spreadSeries(row, network, number, depth) {
  const opacity = 0.35 + 0.65 * depth;
  const points = row.map((t) => ({ t, layer: layerOf(t, network, number) }))
    .filter(({ layer }) => layer && layer.std > 0 && Number.isFinite(layer.std));
  return {
    type: "line", name: network.word, symbol: network.symbol, symbolSize: 6,
    data: points.map(({ t, layer }) => ({ value: [scaleOf(t), layer.std], trial: t, layer })),
    lineStyle: { ...chart.line(network, 1 + 2 * depth, 1), opacity },
    itemStyle: { ...chart.item(network), opacity },
  };
}

function spreadTip(hit) {
  const { layer, trial: of } = hit.data;
  if (!layer) return "";
  const network = networkOf(hit);
  return dom.tip(`${of.title}, layer ${layer.layer}`,
    [[network.colour, `${network.label}: spread ${format.brief(layer.std)}`]]);
}

function spreadOption() {
  const row = beside();
  const layers = drawn();
  const series = state.pair(trial.at).flatMap((network) => layers.map((number, i) =>
    spreadSeries(row, network, number, (i + 1) / layers.length)));
  const powers = series.flatMap((s) => s.data.map((p) => Math.log10(p.value[1])));
  const range = powers.length === 0 ? {}
    : { min: 10 ** Math.floor(Math.min(...powers)), max: 10 ** Math.ceil(Math.max(...powers)) };
  const label = chart.axis().axisLabel;
  return {
    grid: { left: 66, right: 18, top: 14, bottom: 50 },
    xAxis: {
      ...chart.axis(), type: "log", min: scaleOf(row[0]), max: scaleOf(row[row.length - 1]),
      name: "weight scale (logarithmic)", nameGap: 30, axisLabel: { ...label, formatter: format.tick },
    },
    yAxis: {
      ...chart.axis(), type: "log", ...range, name: "spread (logarithmic)", nameGap: 48,
      axisLabel: { ...label, formatter: (v) => format.power(Math.log10(v)) },
    },
    series,
    tooltip: dom.tooltip({ trigger: "item", formatter: spreadTip }),
  };
}

const drawChart = chart.in("activations-chart", option);
const drawSpread = chart.in("spread-chart", spreadOption);

function describeSpread(row) {
  const same = data.varying.filter((axis) => axis.word !== "weight_scale"
    && row.every((t) => t.at(axis.word) === trial.at(axis.word)));
  const slice = [`epoch ${epoch}`, placeText(same, trial.at)].filter(Boolean).join(", ");
  dom.byId("spread-note").textContent = `Standard deviation of each layer's activations at ${slice}; `
    + "the deeper the layer, the stronger its line.";
  dom.byId("spread-chart").setAttribute("aria-label",
    "Standard deviation of the activations by weight scale, one line per layer and network.");
}

/* Which trials there are, if not all. */
const selection = () =>
  selectionText(trials.length, data.groups.length, data.finished, data.files.activations);

function draw() {
  if (data.activations !== kept) read();
  dom.byId("activations").hidden = !kept;
  if (!kept) return;
  dom.byId("activations-kind").textContent = data.normalization.replace(/^a /, "A ");
  const words = `${trial.title}, epoch ${epoch}: ${courses()}.`;
  dom.byId("activations-note").textContent = words + selection();
  dom.byId("activations-chart").setAttribute("aria-label", "Histograms of the activations, a panel per "
    + `hidden layer. ${words} The table below has the numbers.`);
  drawTable();
  drawChart();
  const row = beside();
  dom.byId("spread").hidden = row.length < 2;
  if (row.length > 1) {
    describeSpread(row);
    drawSpread();
  }
}

export const activations = { draw };
