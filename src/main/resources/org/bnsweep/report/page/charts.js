/* What the charts have in common: how a network is drawn, and how an axis looks. */
import { dom } from "./dom.js";
import { format } from "./format.js";
import { theme } from "./theme.js";

/* Dotted, for accuracies on test samples. */
const DOTS = [1.5, 3];

export const chart = {
  /* The line of a network; its dashes and gaps longer by `stretch` pixels. */
  line: (network, width, stretch = 0) => ({
    color: theme.colour(network.colour), width,
    type: network.dash.length > 0 ? network.dash.map((length) => length + stretch) : "solid",
  }),
  dotted: (network) => ({ color: theme.colour(network.colour), width: 1.5, type: DOTS }),
  item: (network) => ({ color: theme.colour(network.colour) }),
  /* A network's symbol without its inside: circle, emptyCircle. */
  emptySymbol: ({ symbol }) => `empty${symbol[0].toUpperCase()}${symbol.slice(1)}`,

  /* The final accuracies of a group, in words. */
  finals: (group, networks) => networks.map((network) =>
    `${format.accuracy(group.final(network.word))} ${network.short}`).join(", "),

  /* An axis of a chart of its own. */
  axis: () => ({
    axisLine: { lineStyle: { color: theme.colour("line") } },
    axisLabel: { color: theme.colour("muted"), fontSize: 12, hideOverlap: true },
    nameTextStyle: { color: theme.colour("muted"), fontSize: 13 },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    nameLocation: "middle",
  }),
  /* One of accuracies. */
  accuracyAxis: (name, nameGap) => ({
    ...chart.axis(), type: "value", min: 0, max: 1, interval: 0.2, name, nameGap,
    axisLabel: { ...chart.axis().axisLabel, formatter: (v) => v.toFixed(1) },
  }),

  /* Axes of a panel, the i-th: epochs to the right, and powers of ten upwards. */
  epochAxis: (epochs, i = 0) => ({
    gridIndex: i, type: "value", min: 0, max: Math.max(1, epochs - 1), splitNumber: 4, minInterval: 1,
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.colour("line") } },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    nameLocation: "middle", nameTextStyle: { color: theme.colour("muted"), fontSize: 12 },
    axisLabel: {
      color: theme.colour("muted"), fontSize: 12, hideOverlap: true, alignMinLabel: "left",
      alignMaxLabel: "right",
    },
    axisPointer: {
      show: true, snap: true, label: { show: false }, lineStyle: { color: theme.colour("muted") },
    },
  }),
  powerAxis: ({ low, high, step }, labelled, i = 0) => ({
    gridIndex: i, type: "value", min: low, max: high, interval: step,
    nameLocation: "middle", nameTextStyle: { color: theme.colour("muted"), fontSize: 12 },
    axisTick: { show: labelled },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.colour("line") } },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    axisLabel: {
      show: labelled, color: theme.colour("muted"), fontSize: 12, formatter: (power) => format.power(power),
    },
    axisPointer: { show: false },
  }),

  /* One of small panels: its title, and its frame. */
  panelTitle: (text, x, y) => ({
    text, left: x, top: y - 19, textAlign: "center", padding: 0,
    textStyle: { fontSize: 13, fontWeight: 500, color: theme.colour("ink") },
  }),
  panel: (place) => ({
    ...place, show: true, borderColor: theme.colour("line"), backgroundColor: "transparent",
  }),

  /* Draws `option` in the element `id`, the same chart each time. */
  in(id, option) {
    let drawn = null;
    return () => {
      drawn = drawn || dom.chart(dom.byId(id), option);
      drawn.draw();
    };
  },
};
