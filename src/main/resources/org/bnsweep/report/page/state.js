/* What the reader chose: which lines, and the slice of the grid that charts of fewer axes show. */
import { groupsInSlice, heatAxes, panelAxis, placeText, slicePlaces } from "./axes.js";
import { bestGroup } from "./data.js";
import { dom } from "./dom.js";
import { data } from "./run.js";

const TEST = "test";
const listeners = [];
/* Words of the networks that are not to be seen; TEST for all lines on test samples. */
const hidden = new Set();
/* Words and texts, not places, which move when a live page gets more values. */
const picked = {};
let slice, panels, heat;

function choose() {
  /* Where the slice starts. */
  slice = slicePlaces(data.compared.shown, picked, bestGroup(data.compared.groups, data.compared.lead.word));
  panels = panelAxis(data.compared.shown, picked.panels);
  heat = heatAxes(data.compared.shown, panels, data.heatAxes, picked);
}

const changed = () => listeners.forEach((listener) => listener());

/* Makes `key` show and hide the lines of `word`. */
function toggles(key, word) {
  key.setAttribute("aria-pressed", String(!hidden.has(word)));
  key.addEventListener("click", () => {
    if (!hidden.delete(word)) hidden.add(word);
    key.setAttribute("aria-pressed", String(!hidden.has(word)));
    changed();
  });
}

let legend = "";
function drawLegend() {
  const test = dom.byId("show-test");
  test.hidden = !data.testSize;
  const look = JSON.stringify(data.compared.networks);
  if (look === legend) return;
  legend = look;
  const keys = data.compared.networks.map((network) => {
    const key = dom.element("button", `key ${network.colour}`, network.label);
    key.classList.toggle("dashed", network.dash.length > 0);
    key.type = "button";
    key.id = `show-${network.word}`;
    toggles(key, network.word);
    return key;
  });
  dom.byId("legend").replaceChildren(...keys, test);
}

let pickers = "";
function drawPickers() {
  const box = dom.byId("pickers");
  /* An open list of a picker that says the same would close. */
  const look = JSON.stringify([panels?.word, heat?.map((axis) => axis.word), slice, data.compared.shown]);
  if (look === pickers) return;
  pickers = look;
  box.replaceChildren();
  const { shown } = data.compared;
  if (shown.length < 2) return;
  const labels = (axes) => axes.map((axis) => axis.label);
  box.append(dom.picker("a panel per", labels(shown), shown.indexOf(panels), (i) => {
    picked.panels = shown[i].word;
    choose();
    drawPickers();
    changed();
  }));
  const others = shown.filter((axis) => axis !== panels);
  if (others.length > 1) {
    box.append(dom.picker("heat maps against", labels(others), others.indexOf(heat[1]), (i) => {
      picked.across = others[i].word;
      choose();
      changed();
    }));
  }
  for (const axis of others) box.append(slicePicker(axis));
}

function slicePicker(axis) {
  const texts = axis.values.map((value) => value.brief);
  return dom.picker(axis.label, texts, slice[axis.word], (i) => {
    slice[axis.word] = i;
    picked[axis.word] = axis.values[i].text;
    changed();
  });
}

choose();
toggles(dom.byId("show-test"), TEST);
drawLegend();
drawPickers();

export const state = {
  /* The networks to draw. */
  networks: () => data.compared.networks.filter((network) => !hidden.has(network.word)),
  /* Those of the trial that lies there. */
  pair: (at) => data.pairAt(at).filter((network) => !hidden.has(network.key)),
  /* Whether to draw lines on test samples. */
  onTest: () => Boolean(data.testSize) && !hidden.has(TEST),
  /* The groups of the slice that leaves `free` axes open. */
  groups: (...free) => groupsInSlice(data.compared.groups, data.compared.shown, slice, free),
  /* What the slice fixes, in words. */
  sliceText: (...free) =>
    placeText(data.compared.shown.filter((axis) => !free.includes(axis)), (word) => slice[word]),
  panels: () => panels,
  /* The axis that was picked for the panels. */
  picked: () => data.compared.shown.find((axis) => axis.word === picked.panels),
  /* The two axes of the heat maps; null if there are no two. */
  heat: () => heat,
  onChange: (listener) => listeners.push(listener),
  /* After newer data. */
  update() {
    choose();
    drawLegend();
    drawPickers();
  },
};
