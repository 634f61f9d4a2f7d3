/* Every trial, or every mean if there are too many: sorted, searched, brushed, copied. */
import { dom } from "./dom.js";
import { format } from "./format.js";
import { replay } from "./replay.js";
import { axesOfRows, columnsOf, rowsOf } from "./rows.js";
import { data } from "./run.js";
import { csv, matcher, sortedBy } from "./search.js";

const PAGE = 50;
let rows = [];
let columns = [];
let matching = [];
/* By which column's key, and which way. */
let sorted = { key: null, descending: false };
let brushed = null;
let page = 0;

function build() {
  rows = rowsOf(data);
  columns = columnsOf(data, rows);
  matching = rows;
}
build();

function refresh() {
  const holds = matcher(dom.byId("search").value, columns);
  matching = rows.filter((row, i) => (!brushed || brushed.has(i)) && holds(row));
  const column = columns.find((c) => c.key === sorted.key);
  if (column) matching = sortedBy(matching, column, sorted.descending);
  page = 0;
  drawRows();
}

const bodyOf = () => dom.byId("table").tBodies[0];

/* Puts the focus back on the button with this label, which has been drawn again. */
function focusAgain(label) {
  const button = label && [...bodyOf().querySelectorAll("button")]
    .find((b) => b.getAttribute("aria-label") === label);
  if (button && document.activeElement !== button) button.focus({ preventScroll: true });
}

/* After newer data: the same order, search and page, and the focus on the same trial. */
function update() {
  const keys = () => columns.map((c) => c.key).join();
  const [before, at] = [keys(), page];
  const focused = document.activeElement.getAttribute("aria-label");
  build();
  brushed = null;
  describe();
  if (keys() !== before) drawHead();
  refresh();
  page = Math.min(at, Math.max(0, Math.ceil(matching.length / PAGE) - 1));
  if (page > 0) drawRows();
  focusAgain(focused);
}

function cell(column, row) {
  const ofWords = column.words ? "text" : "";
  return dom.element("td", column.message ? "message" : ofWords, column.text(row));
}

function replayButton(row) {
  const button = dom.element("button", "", "replay");
  button.type = "button";
  button.setAttribute("aria-label", `Show how to train trial ${row.id} again`);
  button.addEventListener("click", () => replay.show(row, button));
  return button;
}

function drawRows() {
  const from = page * PAGE;
  bodyOf().replaceChildren(...matching.slice(from, from + PAGE).map((row) => {
    const tr = dom.element("tr", "", columns.map((c) => cell(c, row)));
    if (data.trials) tr.append(dom.element("td", "", [replayButton(row)]));
    return tr;
  }));
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  const within = brushed ? ", within the brushed parts" : "";
  dom.byId("count").textContent =
    `${format.count(matching.length)} of ${format.count(rows.length)}${within}`;
  dom.byId("page").textContent = `page ${page + 1} of ${pages}`;
  dom.byId("previous").disabled = page === 0;
  dom.byId("next").disabled = page >= pages - 1;
  dom.byId("previous").parentElement.hidden = pages === 1;
}

function sortBy(key, th) {
  sorted = { key, descending: sorted.key === key && !sorted.descending };
  th.parentElement.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
  markSorted(th);
  refresh();
}

const markSorted = (th) => th.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");

function headOf(column) {
  const button = dom.element("button", "", column.label);
  button.type = "button";
  const th = dom.element("th", column.words ? "text" : "", [button]);
  th.scope = "col";
  if (sorted.key === column.key) markSorted(th);
  th.dataset.key = column.key;
  th.dataset.label = column.label;
  button.addEventListener("click", () => sortBy(column.key, th));
  return th;
}

function drawHead() {
  const tr = dom.element("tr", "", columns.map(headOf));
  if (data.trials) {
    const th = dom.element("th", "", [dom.element("span", "unseen", "train again")]);
    th.scope = "col";
    tr.append(th);
  }
  dom.byId("table").tHead.replaceChildren(tr);
}

function describe() {
  dom.byId("trials-title").textContent = data.trials ? "Trials" : "Means";
  dom.byId("search-help").textContent = "Words that must all occur, or comparisons such as "
    + `${data.lead.word}_final_accuracy>=0.9 or status=diverged. `
    + `Columns: ${columns.map((c) => c.key).join(", ")}.`;
}

function turn(by) {
  page += by;
  drawRows();
}

export const table = {
  draw() {
    describe();
    drawHead();
    refresh();
    dom.byId("search").addEventListener("input", refresh);
    dom.byId("previous").addEventListener("click", () => turn(-1));
    dom.byId("next").addEventListener("click", () => turn(1));
    dom.byId("copy").addEventListener("click", () =>
      dom.copy(table.csv(), `${format.count(matching.length)} rows`));
  },
  update,
  /* What is copied: the rows that match. */
  csv: () => csv(matching, columns),
  axes: () => axesOfRows(data),
  rows: () => rows,
  brushed: () => brushed !== null,
  /* Shows only the rows with these indices; all for null. */
  brush(indices) {
    if (!indices && !brushed) return;
    brushed = indices && new Set(indices);
    refresh();
  },
};
