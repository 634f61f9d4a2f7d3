/* The small multiples: one canvas, a grid of panels that share their axes. */
import { averagedText, everyKth, numeric, ordered } from "./axes.js";
import { chart } from "./charts.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";
import { state } from "./state.js";
import { theme } from "./theme.js";

const MOST_PANELS = 64;

function layout(count, width) {
  const roomy = Math.floor((width - 60) / 130);
  const columns = Math.max(1, Math.min(Math.ceil(Math.sqrt(count)), 8, roomy));
  const left = 52, right = 8, top = 32, gap = 14, bottom = 44;
  const panel = (width - left - right - (columns - 1) * gap) / columns;
  /* Flatter on paper, so that they fit below the headline. */
  const height = Math.round(theme.printing() ? panel * 0.48 : Math.max(96, Math.min(panel * 0.66, 300)));
  const rows = Math.ceil(count / columns);
  return {
    columns, rows, panel, height,
    total: rows * (height + top) + bottom,
    x: (i) => left + (i % columns) * (panel + gap),
    y: (i) => top + Math.floor(i / columns) * (height + top),
    leftmost: (i) => i % columns === 0,
    lowest: (i) => i + columns >= count,
  };
}

/* The axis that tells panels apart; there is one with a single value if none varies. */
const panelAxis = () => state.panels() || data.axis("weight_scale");

/* The groups to draw; every k-th if there are too many. */
function chosen() {
  const all = state.panels() ? ordered(state.groups(state.panels()), state.panels()) : data.compared.groups;
  return { all, drawn: everyKth(all, MOST_PANELS) };
}

function title(group) {
  const axis = panelAxis();
  return `${axis.symbol}:${axis.values[group.at(axis.word)].brief}${group.n === 0 ? ", failed" : ""}`;
}

/* Whether there is a test accuracy for each point of the training accuracy. */
const testCurves = () => Boolean(data.testSize) && data.testPoints.length === data.points.length;

const points = (epochs, values) => values.map((v, k) => [epochs[k], Number.isNaN(v) ? null : v]);

function series(group, i, network) {
  const at = { xAxisIndex: i, yAxisIndex: i };
  const mean = group.mean(network.word);
  if (!mean) return [];
  const half = group.n > 1 ? group.half(network.word) : null;
  const single = mean.length === 1;
  const line = (values, symbol, lineStyle) => ({
    type: "line", ...at, silent: true, name: network.word, z: 3, data: values, lineStyle,
    showSymbol: single, symbol: single ? symbol : "none", itemStyle: chart.item(network),
  });
  const list = [line(points(data.points, mean), "circle", chart.line(network, 2))];
  if (state.onTest() && testCurves()) {
    const test = points(data.testPoints, group.test(network.word));
    list.push(line(test, "emptyCircle", chart.dotted(network)));
  }
  if (half) {
    const around = mean.map((m, k) => [data.points[k], Math.max(0, m - half[k]), Math.min(1, m + half[k])]);
    list.unshift(...dom.bands(around, theme.colour(network.colour), at));
  }
  return list;
}

function tipLine(group, network, k) {
  const halves = group.n > 1 ? group.half(network.word) : null;
  const test = data.testPoints.indexOf(data.points[k]);
  const onTest = test >= 0
    ? `, on test samples ${format.accuracy(group.test(network.word)[test])}` : "";
  const accuracy = format.interval(group.mean(network.word)[k], halves ? halves[k] : 0);
  return [network.colour, `${network.label} ${accuracy}${onTest}`];
}

function tip(drawn, parameters) {
  const hit = parameters.find((p) => p.seriesType === "line");
  if (!hit) return "";
  const group = drawn[hit.axisIndex];
  const k = data.points.indexOf(Number(hit.axisValue));
  if (!group || k < 0) return "";
  const lines = state.networks().filter((n) => group.mean(n.word)).map((n) => tipLine(group, n, k));
  return dom.tip(`${title(group)}, epoch ${data.points[k]}`, [...lines, ["", format.trials(group.n)]]);
}

function xAxis(place, i) {
  const text = { color: theme.colour("muted"), fontSize: 12 };
  const lowest = place.lowest(i);
  return {
    gridIndex: i, type: "value", min: 0, max: Math.max(1, data.epochs - 1), splitNumber: 4, minInterval: 1,
    axisLine: { show: true, lineStyle: { color: theme.colour("line") } }, axisTick: { show: lowest },
    splitLine: { show: true, lineStyle: { color: theme.colour("faint") } },
    axisLabel: { show: lowest, hideOverlap: true, alignMinLabel: "left", alignMaxLabel: "right", ...text },
    name: lowest ? "epochs" : "", nameLocation: "middle", nameGap: 24, nameTextStyle: text,
    axisPointer: {
      show: true, snap: true, label: { show: false }, lineStyle: { color: theme.colour("muted") },
    },
  };
}

function yAxis(place, i) {
  const text = { color: theme.colour("muted"), fontSize: 12 };
  const leftmost = place.leftmost(i);
  return {
    gridIndex: i, type: "value", min: 0, max: 1, interval: place.height < 130 ? 0.5 : 0.2,
    axisLine: { show: true, lineStyle: { color: theme.colour("line") } }, axisTick: { show: leftmost },
    splitLine: { show: true, lineStyle: { color: theme.colour("faint") } },
    axisLabel: { show: leftmost, formatter: (v) => v.toFixed(1), ...text },
    name: leftmost && place.height >= 110 ? "accuracy" : "",
    nameLocation: "middle", nameGap: 36, nameTextStyle: text,
    axisPointer: { show: false },
  };
}

function option(node) {
  const { drawn } = chosen();
  const place = layout(drawn.length, node.clientWidth);
  node.style.height = `${place.total}px`;
  const size = { width: place.panel, height: place.height };
  return {
    title: drawn.map((group, i) =>
      chart.panelTitle(format.line(title(group)), place.x(i) + place.panel / 2, place.y(i))),
    grid: drawn.map((_, i) => chart.panel({ left: place.x(i), top: place.y(i), ...size })),
    xAxis: drawn.map((_, i) => xAxis(place, i)),
    yAxis: drawn.map((_, i) => yAxis(place, i)),
    series: drawn.flatMap((group, i) => state.networks().flatMap((n) => series(group, i, n))),
    axisPointer: { link: [{ xAxisIndex: "all" }] },
    tooltip: dom.tooltip({ trigger: "axis", formatter: (parameters) => tip(drawn, parameters) }),
  };
}

/* What a panel stands for. */
function meaning(axis) {
  const symbol = axis.symbol === axis.label ? "" : ` (${axis.symbol})`;
  const rules = numeric(axis) ? "" : " or the rule that gives it";
  const means = axis.word === "weight_scale"
    ? `, the standard deviation of the initial weights${rules}` : "";
  return `A panel per ${axis.label}${symbol}${means}.`;
}

function note({ all, drawn }) {
  const axis = panelAxis();
  const slice = state.panels() ? state.sliceText(state.panels()) : "";
  const list = [];
  if (slice) list.push(`At ${slice}.`);
  if (drawn.some((g) => g.n > 1)) {
    list.push(`Mean and 95 % interval over ${averagedText(data.varying)}; n is shown on hover.`);
  }
  if (drawn.length < all.length) {
    list.push(`${drawn.length} of ${all.length} panels are shown; the table has all.`);
  }
  if (state.panels() && all.length < axis.values.length) {
    list.push(`Of ${axis.values.length} values of ${axis.label}, ${all.length} `
      + `${all.length === 1 ? "was" : "were"} tried there.`);
  }
  if (drawn.length > 1) list.push(meaning(axis));
  const dotted = testCurves() ? `; dotted, on ${format.count(data.testSize)} test samples` : "";
  list.push(`Accuracy on the ${format.count(data.trainSize)} training samples${dotted}.`);
  return list.join(" ");
}

const draw = chart.in("curves-chart", option);

export const curves = {
  draw() {
    const panels = chosen();
    dom.byId("curves-note").textContent = note(panels);
    const ends = panels.drawn.map((g) => `${title(g)}: ${chart.finals(g, data.compared.networks)}`);
    dom.byId("curves-chart").setAttribute("aria-label",
      `Accuracy over epochs, ${panels.drawn.length} panels. At the last epoch, ${ends.join("; ")}.`);
    draw();
  },
};
