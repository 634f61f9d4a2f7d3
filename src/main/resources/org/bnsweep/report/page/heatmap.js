/* Final accuracy over two axes: of each network, and the differences. */
import { ascending } from "./axes.js";
import { chart } from "./charts.js";
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";
import { state } from "./state.js";
import { theme } from "./theme.js";

/* Every k-th label, so that one of `size` pixels has room for each. */
const sparse = (count, room, size) => Math.max(0, Math.ceil((count * size) / Math.max(1, room)) - 1);

const difference = (group, network) => group.final(network.word) - group.final(data.compared.baseline.word);

function category(axis, indices, nameGap, label) {
  const text = { color: theme.colour("muted"), fontSize: 11 };
  return {
    type: "category", data: indices.map((i) => format.line(axis.values[i].brief)),
    name: axis.label, nameLocation: "middle", nameTextStyle: { ...text, fontSize: 13 },
    axisLine: { lineStyle: { color: theme.colour("line") } }, axisTick: { show: false },
    nameGap, axisLabel: { ...text, ...label },
  };
}

function tip(group) {
  const [x, y] = state.heat();
  const place = [x, y].map((axis) => `${axis.label} ${axis.values[group.at(axis.word)].brief}`);
  const final = ({ word }) => format.interval(group.final(word), group.finalHalf(word));
  const short = ({ short: of }) => (data.compared.normalized.length > 1 ? ` ${of}` : "");
  return dom.tip(place.join(", "), [
    ...data.compared.networks.map((network) => [network.colour, `${network.label} ${final(network)}`]),
    ...data.compared.normalized.map((network) =>
      ["", `difference${short(network)} ${format.accuracy(difference(group, network))}`]),
  ]);
}

/* One map: of `value(group)` from `least` to 1. */
function option(node, { title, value, least, colours }) {
  const [x, y] = state.heat();
  const [columns, rows] = [ascending(x), ascending(y)];
  const text = { color: theme.colour("muted"), fontSize: 11 };
  const slanted = columns.length > 6;
  const cells = state.groups(x, y).filter((g) => Number.isFinite(value(g))).map((g) =>
    ({ value: [columns.indexOf(g.at(x.word)), rows.indexOf(g.at(y.word)), value(g)], group: g }));
  return {
    title: {
      text: title, left: "center", top: 2,
      textStyle: { fontSize: 14, fontWeight: 600, color: theme.colour("ink") },
    },
    /* Not the colour of a difference of 0. */
    grid: {
      left: 84, right: 14, top: 30, bottom: 112, show: true, borderWidth: 0,
      backgroundColor: theme.colour("line"),
    },
    xAxis: category(x, columns, 60, {
      rotate: slanted ? 60 : 0,
      interval: sparse(columns.length, node.clientWidth - 98, slanted ? 15 : 40),
    }),
    yAxis: category(y, rows, 62, { interval: sparse(rows.length, node.clientHeight - 142, 15) }),
    visualMap: {
      min: least, max: 1, calculable: false, orient: "horizontal", left: "center", bottom: 4,
      itemWidth: 12, itemHeight: 150, precision: 1, text: ["1", String(least)], textStyle: text,
      inRange: { color: colours },
    },
    series: [{
      type: "heatmap", data: cells,
      itemStyle: { borderColor: theme.colour("ground"), borderWidth: cells.length > 1500 ? 0 : 1 },
      emphasis: { itemStyle: { borderColor: theme.colour("ink") } },
    }],
    tooltip: dom.tooltip({ formatter: (hit) => tip(hit.data.group) }),
  };
}

/* The maps, each with its part of an id; the colours are asked for when it is drawn. */
function maps() {
  const ofNetworks = data.compared.networks.map((network) => ({
    id: network.word, title: network.label, least: 0,
    value: (g) => g.final(network.word), colours: () => theme.sequence(),
  }));
  const differences = data.compared.normalized.map((network) => ({
    id: data.compared.normalized.length === 1 ? "difference" : `difference-${network.word}`,
    title: `${network.label} minus ${data.compared.baseline.short}`, least: -1,
    value: (g) => difference(g, network), colours: () => theme.difference(data.compared.baseline, network),
  }));
  return [...ofNetworks, ...differences];
}

let listed = "";
let charts = [];

/* Makes the elements of the maps; again if a live page has other networks. */
function make() {
  const list = maps();
  const look = list.map((map) => map.id).join();
  if (look === listed) return;
  listed = look;
  const nodes = list.map((map) => {
    const node = dom.element("div", "chart");
    node.id = `heat-${map.id}`;
    node.setAttribute("role", "img");
    return node;
  });
  dom.byId("heat-maps").replaceChildren(...nodes);
  charts = list.map((map) => ({ map, draw:
    chart.in(`heat-${map.id}`, (node) => option(node, { ...map, colours: map.colours() })) }));
}

export const heatmap = {
  draw() {
    const chosen = state.heat();
    dom.byId("heat").hidden = !chosen;
    if (!chosen) return;
    make();
    const [x, y] = chosen;
    const slice = state.sliceText(x, y);
    const measured = state.groups(x, y).filter((g) => g.n > 0).length;
    const grey = measured < x.values.length * y.values.length ? " Grey where nothing was trained." : "";
    const networks = data.compared.networks.length > 2 ? "All" : "Both";
    dom.byId("heat-title").textContent = `Final accuracy by ${x.label} and ${y.label}`;
    dom.byId("heat-note").textContent = `${slice ? `At ${slice}. ` : ""}${networks} networks in the same `
      + `colours; the difference in the colour of the better one.${grey}`;
    for (const { map, draw } of charts) {
      dom.byId(`heat-${map.id}`).setAttribute("aria-label",
        `Heat map of ${map.id} over ${x.label} and ${y.label}; the table has the numbers.`);
      draw();
    }
  },
};
