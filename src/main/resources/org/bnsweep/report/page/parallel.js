/* Parallel coordinates over all axes; brushing filters the table. */
import { numeric } from "./axes.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { parts } from "./parts.js";
import { data } from "./run.js";
import { table } from "./table.js";
import { theme } from "./theme.js";

const FEWEST_AXES = 2;
let chart, echart;
/* The brushed intervals of each axis, which a chart that is drawn again has lost. */
let chosen = [];

/* Those of the settings; the networks' accuracies follow them. */
const used = () => table.axes();
const count = () => used().length + data.networks.length;

function dimension(axis, i) {
  const base = { dim: i, name: axis.label };
  if (!numeric(axis)) {
    return { ...base, type: "category", data: axis.values.map((v) => format.line(v.brief)) };
  }
  const numbers = axis.values.map((v) => v.number);
  const [min, max] = [Math.min(...numbers), Math.max(...numbers)];
  if (min > 0 && max / min > 30) {
    return { ...base, type: "log", min, max, axisLabel: { formatter: format.tick } };
  }
  return { ...base, type: "value", scale: true, minInterval: numbers.every(Number.isInteger) ? 1 : 0 };
}

function values(row) {
  const accuracy = (network) => row[`${network.word}_final_accuracy`];
  return [
    ...used().map((axis) => {
      const i = row.at(axis.word);
      return numeric(axis) ? axis.values[i].number : i;
    }),
    ...data.networks.map(accuracy).map((v) => (Number.isFinite(v) ? v : null)),
  ];
}

/* How every axis looks. */
function axisLook() {
  const text = { color: theme.colour("muted"), fontSize: 12 };
  const lead = theme.colour(data.lead.colour);
  return {
    nameTextStyle: { ...text, color: theme.colour("ink") }, nameGap: 14,
    axisLabel: { ...text, textBorderColor: theme.colour("ground"), textBorderWidth: 3 },
    axisLine: { lineStyle: { color: theme.colour("muted") } },
    axisTick: { lineStyle: { color: theme.colour("muted") } },
    areaSelectStyle: { color: lead, opacity: 0.3, borderColor: lead, borderWidth: 1, width: 18 },
  };
}

function option() {
  const axes = used();
  const rows = table.rows().map(values);
  const lead = axes.length + data.networks.indexOf(data.lead);
  return {
    parallel: { left: 60, right: 60, top: 44, bottom: 24, parallelAxisDefault: axisLook() },
    parallelAxis: [
      ...axes.map(dimension),
      ...data.networks.map((network, i) =>
        ({ dim: axes.length + i, name: network.label, type: "value", min: 0, max: 1 })),
    ],
    visualMap: {
      show: false, dimension: lead, min: 0, max: 1,
      inRange: { color: [theme.colour("line"), theme.colour(data.lead.colour)] },
    },
    series: [{
      type: "parallel", data: rows, lineStyle: { width: 1.2, opacity: rows.length > 2000 ? 0.15 : 0.5 },
      inactiveOpacity: 0.03, activeOpacity: 0.9, progressive: 2000,
    }],
  };
}

function partsOf(axis) {
  if (!numeric(axis)) return { label: axis.label, texts: axis.values.map((v) => v.brief) };
  const sorted = [...axis.values].sort((a, b) => a.number - b.number);
  return {
    label: axis.label, numbers: sorted.map((v) => v.number), texts: sorted.map((v) => v.brief),
  };
}

/* The axes as their controls need them. */
const controls = () => [
  ...used().map(partsOf), ...data.networks.map((network) => ({ label: `accuracy ${network.label}` })),
];

const drawnAxes = () => echart.getModel().queryComponents({ mainType: "parallelAxis" });

const select = (parallelAxisIndex, intervals) =>
  echart.dispatchAction({ type: "axisAreaSelect", parallelAxisIndex, intervals });

/* The library draws the parts of all axes but the one that it is told of, as a mouse has drawn that. */
function drawPartOf(index) {
  const next = (index + 1) % count();
  select(next, drawnAxes()[next].activeIntervals);
}

/* It draws those parts without a look at areaSelectStyle, so that they would hide the axis. */
function colourParts() {
  const lead = theme.colour(data.lead.colour);
  const style = { fill: lead, stroke: lead, opacity: 0.3, lineWidth: 1 };
  echart.getZr().storage.traverse((element) => {
    if (element.name === "main") element.setStyle(style);
  });
}

function choose(index, interval) {
  if (!echart) return;
  select(index, interval ? [interval] : []);
  drawPartOf(index);
}

function brushed() {
  colourParts();
  chosen = drawnAxes().map((axis) => axis.activeIntervals);
  parts.show(chosen.map((intervals) => intervals[0] || null));
  const series = echart.getModel().getSeriesByIndex(0);
  const nothing = series.getRawIndicesByActiveState("normal").length > 0;
  table.brush(nothing ? null : series.getRawIndicesByActiveState("active"));
}

function painted(instance) {
  echart = instance;
  echart.off("axisareaselected");
  chosen.forEach((intervals, index) => {
    if (intervals.length === 0) return;
    select(index, intervals);
    drawPartOf(index);
  });
  colourParts();
  echart.on("axisareaselected", brushed);
}

export const parallel = {
  draw() {
    const enough = used().length >= FEWEST_AXES;
    dom.byId("parallel").hidden = !enough;
    if (!enough) return;
    const node = dom.byId("parallel-chart");
    node.style.minWidth = `${count() * 110}px`;
    node.setAttribute("aria-label", `Parallel coordinates of ${used().map((a) => a.label).join(", ")} `
      + "and the final accuracies; the table has the numbers.");
    dom.byId("parallel-colour").textContent = data.lead.label;
    chosen = [];
    chart = chart || dom.chart(node, option, painted);
    chart.draw();
    parts.draw(controls(), choose);
    table.brush(null);
  },
  /* In other colours; what is brushed stays. */
  recolour() {
    if (chart) chart.draw();
  },
};
