/* How large the gradient of each layer is: a panel per layer, both networks over the epochs. */
import { chart } from "./charts.js";
import { chosenTrial } from "./chosen.js";
import { dom } from "./dom.js";
import { layerLayout, someLayers } from "./layers.js";
import { epochsText, gradientsLeftOut, gradientTrials, gradientWords } from "./probes.js";
import { layersOfGradients, markedIfAlone, numberText, powerOf, powersAround } from "./probes.js";
import { data } from "./run.js";
import { state } from "./state.js";

const MOST_LAYERS = 16;
const KINDS = ["norm", "ratio"];
const NAMES = { norm: "gradient norm", ratio: "update ratio" };
let kind = KINDS[0];

const chosen = chosenTrial({
  id: "gradients-pickers", raw: () => data.gradients, read: gradientTrials, draw,
  more: () => [dom.picker("show", KINDS.map((word) => NAMES[word]), KINDS.indexOf(kind), (i) => {
    kind = KINDS[i];
    draw();
  })],
});

const valuesOf = (trial, network, layer) => trial[kind][network.word]?.[layer - 1] ?? [];

function series(trial, layer, i, network) {
  return {
    type: "line", name: network.word, xAxisIndex: i, yAxisIndex: i, silent: true,
    data: markedIfAlone(trial.epochs, valuesOf(trial, network, layer).map(powerOf), network.symbol),
    showSymbol: true, symbolSize: 7,
    lineStyle: chart.line(network, 2), itemStyle: chart.item(network),
  };
}

function tip(trial, layer, hit) {
  const k = trial.epochs.indexOf(Number(hit.axisValue));
  const lines = state.pair(trial.at).map((network) =>
    [network.colour, `${network.label} ${numberText(valuesOf(trial, network, layer)[k])}`]);
  return dom.tip(`layer ${layer}, epoch ${trial.epochs[k]}, ${NAMES[kind]}`, lines);
}

function option(node) {
  const trial = chosen.get();
  const layers = someLayers(layersOfGradients(trial), MOST_LAYERS);
  const place = layerLayout(layers.length, node.clientWidth);
  node.style.height = `${place.total}px`;
  const shown = layers.flatMap((layer) => state.pair(trial.at).map((network) => ({ layer, network })));
  const powers = powersAround(shown.flatMap(({ layer, network }) => valuesOf(trial, network, layer)), 5);
  const size = { width: place.panel, height: place.height };
  return {
    title: layers.map((layer, i) =>
      chart.panelTitle(`layer ${layer}`, place.x(i) + place.panel / 2, place.y(i))),
    grid: layers.map((_, i) => chart.panel({ left: place.x(i), top: place.y(i), ...size })),
    xAxis: layers.map((_, i) => ({
      ...chart.epochAxis(data.epochs, i), name: place.lowest(i) ? "epochs" : "", nameGap: 20,
    })),
    yAxis: layers.map((_, i) => chart.powerAxis(powers, place.leftmost(i), i)),
    series: shown.map(({ layer, network }) => series(trial, layer, layers.indexOf(layer), network)),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: dom.tooltip({
      trigger: "axis", formatter: (hits) => tip(trial, layers[hits[0].axisIndex], hits[0]),
    }),
  };
}

const drawChart = chart.in("gradients-chart", option);

function draw() {
  const trial = chosen.get();
  dom.byId("gradients").hidden = !trial;
  if (!trial) return;
  const words = gradientWords(trial, kind, data.pairAt(trial.at).reverse());
  dom.byId("gradients-note").textContent = words + gradientsLeftOut(trial, kind, data.pairAt(trial.at))
    + epochsText(trial, data.epochs) + chosen.selection(data.files.gradients);
  dom.byId("gradients-chart").setAttribute("aria-label",
    `${NAMES[kind]} over epochs, logarithmic, a panel per layer. ${words}`);
  drawChart();
}

export const gradients = { draw };
