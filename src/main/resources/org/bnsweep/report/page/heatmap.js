"use strict";
/* Final accuracy over two axes: with BN, without, and the difference. */
bnsweep.heatmap = (() => {
  const { format, theme, dom, state } = bnsweep;

  function axes() {
    const [x, y] = [state.panels(), state.across()];
    return x && y ? [x, y] : null;
  }

  /* Indices of an axis' values, numbers ascending. */
  function order(axis) {
    const indices = axis.values.map((_, i) => i);
    return axis.values.every((v) => Number.isFinite(v.number))
      ? indices.sort((a, b) => axis.values[a].number - axis.values[b].number) : indices;
  }

  /* Every k-th label, so that one of `size` pixels has room for each. */
  const sparse = (count, room, size) => Math.max(0, Math.ceil((count * size) / Math.max(1, room)) - 1);

  function option(node, title, value, range, colours) {
    const [x, y] = axes();
    const [columns, rows] = [order(x), order(y)];
    const text = { color: theme.colour("muted"), fontSize: 11 };
    const cells = state.groups(x, y).filter((g) => Number.isFinite(value(g)))
      .map((g) => ({ value: [columns.indexOf(g.at(x.word)), rows.indexOf(g.at(y.word)), value(g)], group: g }));
    const axis = (a, indices, more) => ({
      type: "category", data: indices.map((i) => format.line(a.values[i].brief)), name: a.label, nameLocation: "middle",
      nameTextStyle: { ...text, fontSize: 13 }, axisLabel: { ...text, hideOverlap: true }, axisLine: { lineStyle: { color: theme.colour("line") } },
      axisTick: { show: false }, ...more,
    });
    return {
      title: { text: title, left: "center", top: 2, textStyle: { fontSize: 14, fontWeight: 600, color: theme.colour("ink") } },
      /* Not the colour of a difference of 0. */
      grid: { left: 84, right: 14, top: 30, bottom: 112, show: true, borderWidth: 0, backgroundColor: theme.colour("line") },
      xAxis: axis(x, columns, { nameGap: 60, axisLabel: { ...text, rotate: columns.length > 6 ? 60 : 0, interval: sparse(columns.length, node.clientWidth - 98, columns.length > 6 ? 15 : 40) } }),
      yAxis: axis(y, rows, { nameGap: 62, axisLabel: { ...text, interval: sparse(rows.length, node.clientHeight - 142, 15) } }),
      visualMap: { min: range[0], max: 1, calculable: false, orient: "horizontal", left: "center", bottom: 4, itemWidth: 12, itemHeight: 150, precision: 1,
        text: ["1", String(range[0])], textStyle: text, inRange: { color: colours } },
      series: [{ type: "heatmap", data: cells, itemStyle: { borderColor: theme.colour("ground"), borderWidth: cells.length > 1500 ? 0 : 1 }, emphasis: { itemStyle: { borderColor: theme.colour("ink") } } }],
      tooltip: dom.tooltip({ formatter: (hit) => {
        const g = hit.data.group;
        return dom.tip(`${x.label} ${x.values[g.at(x.word)].brief}, ${y.label} ${y.values[g.at(y.word)].brief}`, [
          ["bn", `with BN ${format.interval(g.final("bn"), g.finalHalf("bn"))}`],
          ["plain", `without BN ${format.interval(g.final("plain"), g.finalHalf("plain"))}`],
          ["", `difference ${format.accuracy(g.final("bn") - g.final("plain"))}`]]);
      } }),
    };
  }

  const kinds = [
    ["heat-bn", (node) => option(node, "with BN", (g) => g.final("bn"), [0], theme.sequence)],
    ["heat-plain", (node) => option(node, "without BN", (g) => g.final("plain"), [0], theme.sequence)],
    ["heat-difference", (node) => option(node, "with BN minus without", (g) => g.final("bn") - g.final("plain"), [-1], theme.difference())],
  ];
  let charts;
  return {
    draw() {
      const chosen = axes();
      dom.byId("heat").hidden = !chosen;
      if (!chosen) return;
      const [x, y] = chosen;
      const slice = state.sliceText(x, y);
      const measured = state.groups(x, y).filter((g) => g.n > 0).length;
      dom.byId("heat-title").textContent = `Final accuracy by ${x.label} and ${y.label}`;
      dom.byId("heat-note").textContent = `${slice ? `At ${slice}. ` : ""}Both networks in the same colours; the difference in the colour of the better one.`
        + (measured < x.values.length * y.values.length ? " Grey where nothing was trained." : "");
      for (const [id] of kinds) {
        dom.byId(id).setAttribute("aria-label", `Heat map of ${id.slice(5)} over ${x.label} and ${y.label}; the table has the numbers.`);
      }
      charts = charts || kinds.map(([id, draw]) => dom.chart(dom.byId(id), draw));
      charts.forEach((chart) => chart.draw());
    },
  };
})();
