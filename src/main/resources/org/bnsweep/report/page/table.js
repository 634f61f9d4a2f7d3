"use strict";
/* Every trial, or every mean if there are too many: sorted, searched, brushed, copied. */
bnsweep.table = (() => {
  const { data, format, dom } = bnsweep;
  const PAGE = 50;
  let listed, rows, axes, columns;

  /* Both networks' figures, called as in summary.csv with the network in front. */
  const figures = (of) => Object.fromEntries(["bn", "plain"].flatMap((n) => Object.entries(of(n)).map(([word, value]) => [`${n}_${word}`, value])));

  /* One object per row: its place on the axes, and numbers by column. */
  function rowsOfTrials() {
    const t = data.trials;
    const share = (counts, i, of) => (counts && counts[i] >= 0 ? counts[i] / of : NaN);
    return t.id.map((id, i) => {
      const failed = t.messages.of[i] !== undefined;
      const diverged = ["bn", "plain"].filter((n) => t[n].diverged[i] >= 0);
      return {
        id, failed, message: failed ? t.messages.texts[t.messages.of[i]] : "",
        at: (word) => (t.at[word] ? t.at[word][i] : 0),
        ...figures((n) => ({
          final_accuracy: share(t[n].last, i, data.trainSize), best_accuracy: share(t[n].best, i, data.trainSize),
          first_epoch_50: t[n].half[i] < 0 ? NaN : t[n].half[i], final_test_accuracy: share(t[n].test, i, data.testSize),
        })),
        status: failed ? "failed" : diverged.length ? "diverged" : "ok",
        words: failed ? "failed" : diverged.length === 2 ? "both diverged" : diverged.length ? `diverged ${format.name[diverged[0]]}` : "ok",
      };
    });
  }

  const rowsOfGroups = () => data.groups.map((g) => ({
    id: "", failed: g.n === 0, message: "", n: g.n, at: g.at, status: g.n ? "ok" : "failed", words: g.n ? "ok" : "failed",
    ...figures((n) => ({ final_accuracy: g.final(n), final_test_accuracy: g.finalTest(n) })),
  }));

  const number = (key, label) => ({ key, label, value: (r) => r[key], text: (r) => format.column(r[key]), csv: (r) => (Number.isFinite(r[key]) ? String(Math.round(r[key] * 1e6) / 1e6) : "") });
  const whole = (key, label) => ({ key, label, value: (r) => r[key], text: (r) => (Number.isFinite(r[key]) ? String(r[key]) : "\u2013"), csv: (r) => (Number.isFinite(r[key]) ? String(r[key]) : "") });
  function build() {
    listed = Boolean(data.trials);
    rows = listed ? rowsOfTrials() : rowsOfGroups();
    for (const row of rows) row.final_accuracy_difference = row.bn_final_accuracy - row.plain_final_accuracy;
    axes = listed ? data.varying : data.shown;
    columns = columnsOf();
  }

  const columnsOf = () => [
    ...axes.map((axis) => {
      const words = axis.values.some((v) => !Number.isFinite(v.number));
      const value = (r) => axis.values[r.at(axis.word)];
      return { key: axis.word, label: axis.label, words, value: (r) => (words ? value(r).text : value(r).number), text: (r) => format.line(value(r).brief), csv: (r) => value(r).text };
    }),
    ...(listed ? [] : [whole("n", "trials")]),
    number("bn_final_accuracy", "with BN"), number("plain_final_accuracy", "without BN"), number("final_accuracy_difference", "difference"),
    ...(data.testSize ? [number("bn_final_test_accuracy", "test with BN"), number("plain_final_test_accuracy", "test without")] : []),
    ...(listed ? [number("bn_best_accuracy", "best with BN"), number("plain_best_accuracy", "best without"), whole("bn_first_epoch_50", "epoch of 0.5 with BN"), whole("plain_first_epoch_50", "epoch of 0.5 without")] : []),
    { key: "status", label: "status", words: true, value: (r) => r.words, text: (r) => r.words, csv: (r) => r.status },
    ...(rows.some((r) => r.message) ? [{ key: "message", label: "message", words: true, message: true, value: (r) => r.message, text: (r) => format.line(r.message), csv: (r) => r.message }] : []),
  ];

  build();
  let sorted = { column: null, descending: false };
  let brushed = null;
  let matching = rows;
  let page = 0;

  const collator = new Intl.Collator("en", { numeric: true });
  const bare = (text) => String(text).replace(/[[\]]/g, "");
  /* Numbers before words, also where a column has both; lists by their first numbers. */
  function compare(x, y) {
    const [a, b] = [Number(x), Number(y)];
    if (Number.isNaN(a) !== Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
    return Number.isNaN(a) ? collator.compare(bare(x), bare(y)) : a - b;
  }

  /* "bn_final_accuracy>=0.9 optimizer=adam diverged": every word must hold, of the values or of what is shown of them. */
  function test(word) {
    const parts = /^([a-z_0-9]+)(<=|>=|!=|=|<|>)(.+)$/i.exec(word);
    const column = parts && columns.find((c) => c.key === parts[1].toLowerCase());
    if (!column) {
      const sought = word.toLowerCase();
      return (r) => r.id.startsWith(sought) || columns.some((c) => [c.text(r), c.csv(r)].some((text) => text.toLowerCase().includes(sought)));
    }
    const [, , operator, text] = parts;
    const wanted = Number(text);
    const value = (r) => Number(column.value(r));
    const equal = (r) => value(r) === wanted || column.text(r) === text
      || (column.words && Number.isNaN(value(r)) && column.value(r).toLowerCase().includes(text.toLowerCase()));
    return {
      "=": equal, "!=": (r) => !equal(r),
      "<": (r) => value(r) < wanted && !equal(r), ">": (r) => value(r) > wanted && !equal(r),
      "<=": (r) => value(r) < wanted || equal(r), ">=": (r) => value(r) > wanted || equal(r),
    }[operator];
  }

  function refresh() {
    const tests = dom.byId("search").value.trim().split(/\s+/).filter(Boolean).map(test);
    matching = rows.filter((r, i) => (!brushed || brushed.has(i)) && tests.every((t) => t(r)));
    if (sorted.column) {
      const { column, descending } = sorted;
      const sign = descending ? -1 : 1;
      const absent = (v) => v === "" || Number.isNaN(v);
      matching = [...matching].sort((a, b) => {
        const [x, y] = [column.value(a), column.value(b)];
        if (absent(x) || absent(y)) return absent(x) - absent(y);
        return sign * compare(x, y);
      });
    }
    page = 0;
    drawRows();
  }

  /* After newer data: the same order, search and page, and the focus on the same trial. */
  function update() {
    const keys = () => columns.map((c) => c.key).join();
    const [before, at] = [keys(), page];
    const focused = document.activeElement.getAttribute("aria-label");
    build();
    brushed = null;
    if (sorted.column) sorted.column = columns.find((c) => c.key === sorted.column.key) || null;
    describe();
    if (keys() !== before) drawHead();
    refresh();
    page = Math.min(at, Math.max(0, Math.ceil(matching.length / PAGE) - 1));
    if (page > 0) drawRows();
    const again = focused && [...dom.byId("table").tBodies[0].querySelectorAll("button")].find((b) => b.getAttribute("aria-label") === focused);
    if (again && document.activeElement !== again) again.focus({ preventScroll: true });
  }

  function cell(column, row) {
    const td = dom.element("td", column.message ? "message" : column.words ? "text" : "", column.text(row));
    return td;
  }

  function drawRows() {
    const from = page * PAGE;
    const body = dom.byId("table").tBodies[0];
    body.replaceChildren(...matching.slice(from, from + PAGE).map((row) => {
      const tr = dom.element("tr", "", columns.map((c) => cell(c, row)));
      if (listed) {
        const button = dom.element("button", "", "replay");
        button.type = "button";
        button.setAttribute("aria-label", `Show how to train trial ${row.id} again`);
        button.addEventListener("click", () => bnsweep.replay.show(row, button));
        tr.append(dom.element("td", "", [button]));
      }
      return tr;
    }));
    const pages = Math.max(1, Math.ceil(matching.length / PAGE));
    dom.byId("count").textContent = `${format.count(matching.length)} of ${format.count(rows.length)}${brushed ? ", within the brushed parts" : ""}`;
    dom.byId("page").textContent = `page ${page + 1} of ${pages}`;
    dom.byId("previous").disabled = page === 0;
    dom.byId("next").disabled = page >= pages - 1;
    dom.byId("previous").parentElement.hidden = pages === 1;
  }

  function drawHead() {
    const tr = dom.element("tr");
    for (const column of columns) {
      const button = dom.element("button", "", column.label);
      button.type = "button";
      const th = dom.element("th", column.words ? "text" : "", [button]);
      th.scope = "col";
      if (sorted.column && sorted.column.key === column.key) th.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
      th.dataset.key = column.key;
      th.dataset.label = column.label;
      button.addEventListener("click", () => {
        sorted = { column: columns.find((c) => c.key === column.key), descending: Boolean(sorted.column) && sorted.column.key === column.key && !sorted.descending };
        tr.querySelectorAll("th").forEach((other) => other.removeAttribute("aria-sort"));
        th.setAttribute("aria-sort", sorted.descending ? "descending" : "ascending");
        refresh();
      });
      tr.append(th);
    }
    if (listed) {
      const th = dom.element("th", "", [dom.element("span", "unseen", "train again")]);
      th.scope = "col";
      tr.append(th);
    }
    dom.byId("table").tHead.replaceChildren(tr);
  }

  /* A spreadsheet takes a text that starts like a formula for one; an apostrophe in front prevents it. */
  const FORMULA = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
  function csvCell(text) {
    const safe = FORMULA.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
    return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  const csv = () => [columns.map((c) => c.key), ...matching.map((r) => columns.map((c) => c.csv(r)))]
    .map((line) => line.map(csvCell).join(",")).join("\r\n") + "\r\n";

  function describe() {
    dom.byId("trials-title").textContent = listed ? "Trials" : "Means";
    dom.byId("search-help").textContent = `Words that must all occur, or comparisons such as bn_final_accuracy>=0.9 or status=diverged. Columns: ${columns.map((c) => c.key).join(", ")}.`;
  }

  function draw() {
    describe();
    drawHead();
    refresh();
    dom.byId("search").addEventListener("input", refresh);
    dom.byId("previous").addEventListener("click", () => { page--; drawRows(); });
    dom.byId("next").addEventListener("click", () => { page++; drawRows(); });
    dom.byId("copy").addEventListener("click", () => dom.copy(csv(), `${format.count(matching.length)} rows`));
  }

  return {
    draw, update, csv,
    axes: () => axes,
    rows: () => rows,
    brushed: () => brushed !== null,
    /* Shows only the rows with these indices; all for null. */
    brush(indices) {
      if (!indices && !brushed) return;
      brushed = indices && new Set(indices);
      refresh();
    },
  };
})();
