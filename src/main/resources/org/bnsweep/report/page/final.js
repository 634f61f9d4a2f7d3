"use strict";
/* Final accuracy against the weight scale (or another axis of numbers), and training against test. */
bnsweep.final = (() => {
  const { data, format, theme, dom, state } = bnsweep;

  /* These are searched in powers of ten; the others may be 0. */
  const logarithmic = (axis) => ["weight_scale", "learning_rate"].includes(axis.word);
  const drawn = (axis, number) => (logarithmic(axis) ? number > 0 : Number.isFinite(number));
  const numbers = (axis) => axis.values.map((v) => v.number).filter((v) => drawn(axis, v));
  const hasPlace = (axis) => (group) => drawn(axis, axis.values[group.at(axis.word)].number);

  /* The axis of panels if the slice has two numbers on it, else the first with two. */
  const axis = () => [state.panels(), ...data.shown].find((a) => a && state.groups(a).filter(hasPlace(a)).length > 1);

  function note(along) {
    const slice = state.sliceText(along);
    const groups = state.groups(along);
    const without = groups.filter((g) => !hasPlace(along)(g)).map((g) => along.values[g.at(along.word)].brief);
    return [`After ${format.epochs(data.epochs)}${slice ? `, at ${slice}` : ""}`,
      groups.some((g) => g.n > 1) ? "mean and 95 % interval" : "",
      data.testSize ? "dotted, on test samples" : "",
      without.length ? `without ${without.join(", ")}, which ${without.length === 1 ? "has" : "have"} no place on this axis` : "",
    ].filter(Boolean).join("; ") + ".";
  }

  function line(groups, along, network) {
    const colour = theme.colour(network);
    const x = (g) => along.values[g.at(along.word)].number;
    const rows = groups.filter(hasPlace(along)).sort((a, b) => x(a) - x(b));
    /* Where every trial has failed the line has a gap. */
    const points = (y) => rows.map((g) => ({ value: [x(g), Number.isFinite(y(g)) ? y(g) : null], group: g }));
    const list = [{
      type: "line", name: network, symbol: network === "bn" ? "circle" : "diamond", symbolSize: network === "bn" ? 7 : 9, z: 3,
      data: points((g) => g.final(network)),
      lineStyle: { color: colour, width: 2.5, type: network === "bn" ? "solid" : [7, 5] }, itemStyle: { color: colour },
    }];
    if (rows.some((g) => g.n > 1)) {
      const [mean, half] = [(g) => g.final(network), (g) => g.finalHalf(network)];
      list.unshift(...dom.bands(rows.map((g) => [x(g), Math.max(0, mean(g) - half(g)), Math.min(1, mean(g) + half(g))]), colour));
    }
    if (state.visible.test && data.testSize) {
      list.push({
        type: "line", name: network, symbol: network === "bn" ? "emptyCircle" : "emptyDiamond", symbolSize: 6, z: 3,
        data: points((g) => g.finalTest(network)),
        lineStyle: { color: colour, width: 1.5, type: [1.5, 3] }, itemStyle: { color: colour },
      });
    }
    return list;
  }

  const look = () => ({
    axisLine: { lineStyle: { color: theme.colour("line") } },
    axisLabel: { color: theme.colour("muted"), fontSize: 12, hideOverlap: true },
    nameTextStyle: { color: theme.colour("muted"), fontSize: 13 },
    splitLine: { lineStyle: { color: theme.colour("faint") } },
    nameLocation: "middle",
  });
  const networks = () => ["bn", "plain"].filter((n) => state.visible[n]);

  function option() {
    const along = axis();
    const groups = state.groups(along);
    const log = logarithmic(along);
    return {
      grid: { left: 52, right: 18, top: 14, bottom: 50 },
      xAxis: { ...look(), type: log ? "log" : "value", min: Math.min(...numbers(along)), max: Math.max(...numbers(along)), name: `${along.label}${log ? " (logarithmic)" : ""}`, nameGap: 30,
        axisLabel: { ...look().axisLabel, formatter: (v) => String(Number(v.toPrecision(2))) } },
      yAxis: { ...look(), type: "value", min: 0, max: 1, interval: 0.2, name: "accuracy", nameGap: 34,
        axisLabel: { ...look().axisLabel, formatter: (v) => v.toFixed(1) } },
      series: networks().flatMap((n) => line(groups, along, n)),
      tooltip: dom.tooltip({ trigger: "item", formatter: (hit) => {
        const group = hit.data.group;
        if (!group) return "";
        const onTest = (n) => (data.testSize ? `, on test samples ${format.interval(group.finalTest(n), group.finalTestHalf(n))}` : "");
        const lines = networks().map((n) => [n, `${format.name[n]} ${format.interval(group.final(n), group.finalHalf(n))}${onTest(n)}`]);
        return dom.tip(`${along.label} ${along.values[group.at(along.word)].text}`, [...lines, ["", group.n === 1 ? "one trial" : `${group.n} trials`]]);
      } }),
    };
  }

  function testOption() {
    const points = (n) => data.groups.filter((g) => Number.isFinite(g.finalTest(n)))
      .map((g) => ({ value: [g.final(n), g.finalTest(n)], group: g }));
    const side = (name, nameGap) => ({ ...look(), type: "value", min: 0, max: 1, interval: 0.2, name, nameGap,
      axisLabel: { ...look().axisLabel, formatter: (v) => v.toFixed(1) } });
    return {
      grid: { left: 52, right: 18, top: 14, bottom: 50 },
      xAxis: side("accuracy on training samples", 30), yAxis: side("on test samples", 34),
      series: [
        { type: "line", data: [[0, 0], [1, 1]], symbol: "none", silent: true, lineStyle: { color: theme.colour("muted"), width: 1, type: "dotted" } },
        ...networks().map((n) => ({
          type: "scatter", name: n, data: points(n), symbol: n === "bn" ? "circle" : "diamond", symbolSize: 8,
          itemStyle: { color: theme.colour(n), opacity: 0.75 }, large: points(n).length > 4000,
        })),
      ],
      tooltip: dom.tooltip({ trigger: "item", formatter: (hit) => {
        const group = hit.data && hit.data.group;
        if (!group) return "";
        const place = data.shown.map((a) => `${a.label} ${a.values[group.at(a.word)].brief}`).join(", ");
        return dom.tip(place || format.name[hit.seriesName], [[hit.seriesName,
          `${format.name[hit.seriesName]}: training ${format.accuracy(hit.value[0])}, test ${format.accuracy(hit.value[1])}`]]);
      } }),
    };
  }

  let chart, testChart;
  return {
    draw() {
      const along = axis();
      dom.byId("final").hidden = !along;
      if (along) {
        dom.byId("final-title").textContent = `Final accuracy by ${along.label}`;
        dom.byId("final-note").textContent = note(along);
        const ends = state.groups(along).map((g) => `${along.values[g.at(along.word)].brief}: ${format.accuracy(g.final("bn"))} with BN, ${format.accuracy(g.final("plain"))} without`);
        dom.byId("final-chart").setAttribute("aria-label", `Final accuracy by ${along.label}. ${ends.join("; ")}.`);
        chart = chart || dom.chart(dom.byId("final-chart"), option);
        chart.draw();
      }
      dom.byId("test").hidden = !data.testSize;
      if (data.testSize) {
        dom.byId("test-chart").setAttribute("aria-label", "Accuracy on training samples against accuracy on test samples, one point per setting; the table has the numbers.");
        testChart = testChart || dom.chart(dom.byId("test-chart"), testOption);
        testChart.draw();
      }
    },
  };
})();
