/*
 * Parts of the axes of the parallel coordinates as controls for the keyboard: what a mouse brushes,
 * by its values.
 */
import { dom } from "./dom.js";
import { format } from "./format.js";

let listed = "";
let groups = [];

function select(name, texts) {
  const node = dom.element("select", "", ["any", ...texts].map((text, i) => {
    const option = dom.element("option", "", format.line(text));
    option.value = i === 0 ? "" : String(i - 1);
    return option;
  }));
  node.setAttribute("aria-label", name);
  return node;
}

function share(name) {
  const node = dom.element("input");
  Object.assign(node, { type: "number", min: "0", max: "1", step: "0.05", placeholder: "any" });
  node.setAttribute("aria-label", name);
  return node;
}

/* The part between two controls; `number` is what one says, `text` what it shows for a number. */
function between([from, to], [low, high], number, text) {
  return {
    controls: [dom.element("span", "", "from"), from, dom.element("span", "", "to"), to],
    interval() {
      if (from.value === "" && to.value === "") return null;
      const ends = [from.value === "" ? low : number(from), to.value === "" ? high : number(to)];
      return ends.sort((a, b) => a - b);
    },
    show(interval) {
      from.value = interval && interval[0] > low ? text(interval[0], 1) : "";
      to.value = interval && interval[1] < high ? text(interval[1], -1) : "";
    },
  };
}

/* Of values that are numbers, ascending: the first one from a number on, or the last one up to it. */
function ofNumbers({ label, numbers, texts }) {
  const place = (number, way) => (way > 0
    ? numbers.findIndex((v) => v >= number) : numbers.findLastIndex((v) => v <= number));
  return between([select(`${label} from`, texts), select(`${label} to`, texts)],
    [numbers[0], numbers[numbers.length - 1]],
    (node) => numbers[Number(node.value)], (number, way) => String(place(number, way)));
}

function ofWords({ label, texts }) {
  const node = select(label, texts);
  return {
    controls: [node],
    interval: () => (node.value === "" ? null : [Number(node.value) - 0.4, Number(node.value) + 0.4]),
    show(interval) {
      const within = (i) => interval && interval[0] <= i && i <= interval[1];
      const chosen = texts.map((_, i) => i).filter(within);
      node.value = chosen.length === 1 ? String(chosen[0]) : "";
    },
  };
}

const ofShares = ({ label }) => between([share(`${label} from`), share(`${label} to`)], [0, 1],
  (node) => Math.min(1, Math.max(0, Number(node.value))),
  (number) => String(Math.round(number * 1000) / 1000));

function group(axis, i, onChange) {
  const ofTexts = axis.numbers ? ofNumbers : ofWords;
  const part = (axis.texts ? ofTexts : ofShares)(axis);
  const node = dom.element("fieldset", "", [dom.element("legend", "", axis.label), ...part.controls]);
  node.addEventListener("change", () => onChange(i, part.interval()));
  return { ...part, node };
}

export const parts = {
  /*
   * Controls for `axes`, each { label, numbers, texts } of ascending numbers, { label, texts } of
   * words, or { label } of accuracies; `onChange` is told an axis' place and its interval, or null.
   */
  draw(axes, onChange) {
    const look = JSON.stringify(axes);
    if (look !== listed) {
      listed = look;
      groups = axes.map((axis, i) => group(axis, i, onChange));
      dom.byId("parts-groups").replaceChildren(...groups.map((g) => g.node));
      dom.byId("parts-clear").onclick = () => groups.forEach((g, i) => {
        g.show(null);
        onChange(i, null);
      });
    }
    groups.forEach((g) => g.show(null));
  },
  /* Says what was chosen with the mouse: an interval or null for each axis. */
  show(intervals) {
    groups.forEach((g, i) => {
      if (!g.node.contains(document.activeElement)) g.show(intervals[i]);
    });
  },
};
