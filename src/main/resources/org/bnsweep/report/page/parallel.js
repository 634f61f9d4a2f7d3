"use strict";
/* Parallel coordinates over all axes; brushing filters the table. */
bnsweep.parallel = (() => {
  const { data, format, theme, dom } = bnsweep;
  const FEWEST_AXES = 2;
  let chart, echart;
  /* The brushed intervals of each axis, which a chart that is drawn again has lost. */
  let chosen = [];

  const used = () => bnsweep.table.axes();
  const numeric = (axis) => axis.values.every((v) => Number.isFinite(v.number));

  function dimension(axis, i) {
    const numbers = axis.values.map((v) => v.number);
    const wide = numeric(axis) && Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) > 30;
    const base = { dim: i, name: axis.label };
    if (!numeric(axis)) return { ...base, type: "category", data: axis.values.map((v) => format.line(v.brief)) };
    return wide
      ? { ...base, type: "log", min: Math.min(...numbers), max: Math.max(...numbers), axisLabel: { formatter: (v) => String(Number(v.toPrecision(2))) } }
      : { ...base, type: "value", scale: true, minInterval: numbers.every(Number.isInteger) ? 1 : 0 };
  }

  function option() {
    const axes = used();
    const values = bnsweep.table.rows().map((row) => [
      ...axes.map((axis) => {
        const i = row.at(axis.word);
        return numeric(axis) ? axis.values[i].number : i;
      }),
      ...["bn", "plain"].map((n) => row[`${n}_final_accuracy`]).map((v) => (Number.isFinite(v) ? v : null)),
    ]);
    const text = { color: theme.colour("muted"), fontSize: 12 };
    return {
      parallel: { left: 60, right: 60, top: 44, bottom: 24, parallelAxisDefault: {
        nameTextStyle: { ...text, color: theme.colour("ink") }, nameGap: 14, axisLabel: { ...text, textBorderColor: theme.colour("ground"), textBorderWidth: 3 },
        axisLine: { lineStyle: { color: theme.colour("muted") } }, axisTick: { lineStyle: { color: theme.colour("muted") } },
        areaSelectStyle: { color: theme.colour("bn"), opacity: 0.3, borderColor: theme.colour("bn"), borderWidth: 1, width: 18 },
      } },
      parallelAxis: [
        ...axes.map(dimension),
        { dim: axes.length, name: "with BN", type: "value", min: 0, max: 1 },
        { dim: axes.length + 1, name: "without BN", type: "value", min: 0, max: 1 },
      ],
      visualMap: { show: false, dimension: axes.length, min: 0, max: 1, inRange: { color: [theme.colour("line"), theme.colour("bn")] } },
      series: [{ type: "parallel", data: values, lineStyle: { width: 1.2, opacity: values.length > 2000 ? 0.15 : 0.5 }, inactiveOpacity: 0.03, activeOpacity: 0.9, progressive: 2000 }],
    };
  }

  /* The axes as their controls need them. */
  const parts = () => [
    ...used().map((axis) => {
      if (!numeric(axis)) return { label: axis.label, texts: axis.values.map((v) => v.brief) };
      const values = [...axis.values].sort((a, b) => a.number - b.number);
      return { label: axis.label, numbers: values.map((v) => v.number), texts: values.map((v) => v.brief) };
    }),
    { label: "accuracy with BN" }, { label: "accuracy without BN" },
  ];

  const drawnAxes = () => echart.getModel().queryComponents({ mainType: "parallelAxis" });

  const select = (parallelAxisIndex, intervals) => echart.dispatchAction({ type: "axisAreaSelect", parallelAxisIndex, intervals });

  /* The library draws the parts of all axes but the one that it is told of, as a mouse has drawn that one. */
  function drawPartOf(index) {
    const next = (index + 1) % (used().length + 2);
    select(next, drawnAxes()[next].activeIntervals);
  }

  /* It draws those parts without a look at areaSelectStyle, so that they would hide the axis. */
  function colourParts() {
    const style = { fill: theme.colour("bn"), stroke: theme.colour("bn"), opacity: 0.3, lineWidth: 1 };
    echart.getZr().storage.traverse((element) => { if (element.name === "main") element.setStyle(style); });
  }

  function choose(index, interval) {
    if (!echart) return;
    select(index, interval ? [interval] : []);
    drawPartOf(index);
  }

  function brushed() {
    colourParts();
    chosen = drawnAxes().map((axis) => axis.activeIntervals);
    bnsweep.parts.show(chosen.map((intervals) => intervals[0] || null));
    const series = echart.getModel().getSeriesByIndex(0);
    const nothing = series.getRawIndicesByActiveState("normal").length > 0;
    bnsweep.table.brush(nothing ? null : series.getRawIndicesByActiveState("active"));
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

  return {
    draw() {
      const enough = used().length >= FEWEST_AXES;
      dom.byId("parallel").hidden = !enough;
      if (!enough) return;
      const node = dom.byId("parallel-chart");
      node.style.minWidth = `${(used().length + 2) * 110}px`;
      node.setAttribute("aria-label", `Parallel coordinates of ${used().map((a) => a.label).join(", ")} and the final accuracies; the table has the numbers.`);
      chosen = [];
      chart = chart || dom.chart(node, option, painted);
      chart.draw();
      bnsweep.parts.draw(parts(), choose);
      bnsweep.table.brush(null);
    },
    /* In other colours; what is brushed stays. */
    recolour() { if (chart) chart.draw(); },
  };
})();
