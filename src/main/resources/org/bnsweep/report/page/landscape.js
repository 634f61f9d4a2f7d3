/* The loss along the gradient: a band of each network over the epochs. */
import { chart } from "./charts.js";
import { chosenTrial } from "./chosen.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { epochsText, landscapeTrials, landscapeWords, lossesLeftOut } from "./probes.js";
import { markedIfAlone, numberText, powerOf, powersAround, wide } from "./probes.js";
import { data } from "./run.js";
import { state } from "./state.js";
import { theme } from "./theme.js";

const chosen = chosenTrial({
  id: "landscape-pickers", raw: () => data.landscape, read: landscapeTrials, draw,
});

const valuesOf = (trial, networks) =>
  networks.flatMap(({ word }) => [...trial.least[word], ...trial.largest[word]]);

/* The band, and a line at its lower and upper end. */
function series(trial, network, place) {
  const [least, largest] = [trial.least, trial.largest].map((of) => of[network.word].map(place));
  const band = trial.epochs.map((epoch, k) => [epoch, least[k] ?? NaN, largest[k] ?? NaN]);
  const edge = (values) => ({
    type: "line", name: network.word, z: 3, silent: true,
    data: markedIfAlone(trial.epochs, values, network.symbol), showSymbol: true, symbolSize: 7,
    lineStyle: chart.line(network, 1.5), itemStyle: chart.item(network),
  });
  return [...dom.bands(band, theme.colour(network.colour)), edge(least), edge(largest)];
}

function tip(trial, hit) {
  const k = trial.epochs.indexOf(Number(hit.axisValue));
  return dom.tip(`epoch ${trial.epochs[k]}, loss along the gradient`, state.pair(trial.at).map((network) => {
    const [least, largest] = [trial.least, trial.largest].map((of) => of[network.word][k]);
    const lost = trial.lost[network.word][k];
    const range = lost === data.landscape.steps ? numberText(NaN)
      : `${format.brief(least)} to ${format.brief(largest)}`;
    const few = lost > 0 && lost < data.landscape.steps ? `, ${lost} not finite` : "";
    return [network.colour, `${network.label} ${range}${few}`];
  }));
}

const named = (name, nameGap) => ({ name, nameGap, nameTextStyle: chart.axis().nameTextStyle });

function lossAxis(values, powers) {
  if (powers) {
    return { ...chart.powerAxis(powers, true), ...named("loss (logarithmic)", 46) };
  }
  return { ...chart.axis(), type: "value", min: 0, ...named("loss", 46), axisPointer: { show: false } };
}

function option() {
  const trial = chosen.get();
  const values = valuesOf(trial, state.pair(trial.at));
  const logarithmic = wide(values);
  const place = logarithmic ? powerOf : (value) => (Number.isFinite(value) ? value : null);
  return {
    grid: { left: 66, right: 18, top: 14, bottom: 50 },
    xAxis: { ...chart.epochAxis(data.epochs), ...named("epochs", 30) },
    yAxis: lossAxis(values, logarithmic ? powersAround(values, 6) : null),
    series: state.pair(trial.at).flatMap((network) => series(trial, network, place)),
    tooltip: dom.tooltip({ trigger: "axis", formatter: (hits) => tip(trial, hits[0]) }),
  };
}

const drawChart = chart.in("landscape-chart", option);

function draw() {
  const trial = chosen.get();
  dom.byId("landscape").hidden = !trial;
  if (!trial) return;
  const words = landscapeWords(trial, data.pairAt(trial.at).reverse());
  const left = lossesLeftOut(trial, data.landscape.steps, data.pairAt(trial.at));
  dom.byId("landscape-note").textContent = words + left + epochsText(trial, data.epochs)
    + chosen.selection(data.files.landscape);
  dom.byId("landscape-chart").setAttribute("aria-label",
    `From the least to the largest loss along the gradient, a band of each network over epochs. ${words}`);
  drawChart();
}

export const landscape = { draw };
