/* Final accuracy against one axis of numbers, and training against test. */
import { ends, finalAxis, hasPlace, placeText } from "./axes.js";
import { chart } from "./charts.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";
import { state } from "./state.js";
import { theme } from "./theme.js";

/* The picked axis or that of the picture beside the page, if the slice has two numbers on it. */
const axis = () => finalAxis([state.picked(), data.finalAxis, ...data.compared.shown],
  (candidate) => state.groups(candidate));

function note(along) {
  const slice = state.sliceText(along);
  const groups = state.groups(along);
  const text = (g) => along.values[g.at(along.word)].brief;
  const without = groups.filter((g) => !hasPlace(along, g)).map(text);
  const have = without.length === 1 ? "has" : "have";
  return [`After ${format.epochs(data.epochs)}${slice ? `, at ${slice}` : ""}`,
    groups.some((g) => g.n > 1) ? "mean and 95 % interval" : "",
    data.testSize ? "dotted, on test samples" : "",
    without.length === 0 ? ""
      : `without ${without.join(", ")}, which ${have} no place on this axis`,
  ].filter(Boolean).join("; ") + ".";
}

function lines(groups, along, network) {
  const x = (g) => along.values[g.at(along.word)].number;
  const rows = groups.filter((g) => hasPlace(along, g)).sort((a, b) => x(a) - x(b));
  const final = (g) => g.final(network.word);
  /* Where every trial has failed the line has a gap. */
  const value = (number) => (Number.isFinite(number) ? number : null);
  const points = (y) => rows.map((g) => ({ value: [x(g), value(y(g))], group: g }));
  const look = { type: "line", name: network.word, z: 3, itemStyle: chart.item(network) };
  const list = [{
    ...look, symbol: network.symbol, symbolSize: network.symbol === "circle" ? 7 : 9,
    data: points(final), lineStyle: chart.line(network, 2.5, 1),
  }];
  if (rows.some((g) => g.n > 1)) {
    const half = (g) => g.finalHalf(network.word);
    const around = rows.map((g) =>
      [x(g), Math.max(0, final(g) - half(g)), Math.min(1, final(g) + half(g))]);
    list.unshift(...dom.bands(around, theme.colour(network.colour)));
  }
  if (state.onTest()) {
    list.push({
      ...look, symbol: chart.emptySymbol(network), symbolSize: 6,
      data: points((g) => g.finalTest(network.word)), lineStyle: chart.dotted(network),
    });
  }
  return list;
}

function tip(along, group) {
  if (!group) return "";
  const onTest = ({ word }) => (data.testSize
    ? `, on test samples ${format.interval(group.finalTest(word), group.finalTestHalf(word))}` : "");
  const accuracy = ({ word }) => format.interval(group.final(word), group.finalHalf(word));
  return dom.tip(`${along.label} ${along.values[group.at(along.word)].text}`, [
    ...state.networks().map((n) => [n.colour, `${n.label} ${accuracy(n)}${onTest(n)}`]),
    ["", format.trials(group.n)]]);
}

function option() {
  const along = axis();
  const [min, max] = ends(along);
  return {
    grid: { left: 52, right: 18, top: 14, bottom: 50 },
    xAxis: {
      ...chart.axis(), type: along.logarithmic ? "log" : "value", min, max,
      name: `${along.label}${along.logarithmic ? " (logarithmic)" : ""}`, nameGap: 30,
      axisLabel: { ...chart.axis().axisLabel, formatter: format.tick },
    },
    yAxis: chart.accuracyAxis("accuracy", 34),
    series: state.networks().flatMap((network) => lines(state.groups(along), along, network)),
    tooltip: dom.tooltip({ trigger: "item", formatter: (hit) => tip(along, hit.data.group) }),
  };
}

function testSeries(network) {
  const measured = data.compared.groups.filter((g) => Number.isFinite(g.finalTest(network.word)));
  return {
    type: "scatter", name: network.word, symbol: network.symbol, symbolSize: 8,
    data: measured.map((g) => ({ value: [g.final(network.word), g.finalTest(network.word)], group: g })),
    itemStyle: { ...chart.item(network), opacity: 0.75 }, large: measured.length > 4000,
  };
}

function testTip(hit) {
  const group = hit.data && hit.data.group;
  if (!group) return "";
  const network = data.compared.network(hit.seriesName);
  const [training, test] = hit.value.map(format.accuracy);
  return dom.tip(placeText(data.compared.shown, group.at) || network.label,
    [[network.colour, `${network.label}: training ${training}, test ${test}`]]);
}

function testOption() {
  const diagonal = {
    type: "line", data: [[0, 0], [1, 1]], symbol: "none", silent: true,
    lineStyle: { color: theme.colour("muted"), width: 1, type: "dotted" },
  };
  return {
    grid: { left: 52, right: 18, top: 14, bottom: 50 },
    xAxis: chart.accuracyAxis("accuracy on training samples", 30),
    yAxis: chart.accuracyAxis("on test samples", 34),
    series: [diagonal, ...state.networks().map(testSeries)],
    tooltip: dom.tooltip({ trigger: "item", formatter: testTip }),
  };
}

const drawFinal = chart.in("final-chart", option);
const drawTest = chart.in("test-chart", testOption);

export const final = {
  draw() {
    const along = axis();
    dom.byId("final").hidden = !along;
    if (along) {
      dom.byId("final-title").textContent = `Final accuracy by ${along.label}`;
      dom.byId("final-note").textContent = note(along);
      const each = state.groups(along).map((g) =>
        `${along.values[g.at(along.word)].brief}: ${chart.finals(g, data.compared.networks)}`);
      dom.byId("final-chart").setAttribute("aria-label",
        `Final accuracy by ${along.label}. ${each.join("; ")}.`);
      drawFinal();
    }
    dom.byId("test").hidden = !data.testSize;
    if (data.testSize) {
      dom.byId("test-chart").setAttribute("aria-label", "Accuracy on training samples against accuracy "
        + "on test samples, one point per setting; the table has the numbers.");
      drawTest();
    }
  },
};
