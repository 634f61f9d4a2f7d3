"use strict";
/* Parallel coordinates over all axes; brushing filters the table. */
bnsweep.parallel = (() => {
  const { data, format, theme, dom } = bnsweep;
  const FEWEST_AXES = 2;
  let chart, echart;

  const used = () => bnsweep.table.axes();
  const numeric = (axis) => axis.values.every((v) => Number.isFinite(v.number));

  function dimension(axis, i) {
    const numbers = axis.values.map((v) => v.number);
    const wide = numeric(axis) && Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) > 30;
    const base = { dim: i, name: axis.label };
    if (!numeric(axis)) return { ...base, type: "category", data: axis.values.map((v) => format.line(v.brief)) };
    return wide
      ? { ...base, type: "log", min: Math.min(...numbers), max: Math.max(...numbers), axisLabel: { formatter: (v) => String(Number(v.toPrecision(2))) } }
      : { ...base, type: "value", scale: true };
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
        areaSelectStyle: { color: theme.colour("bn"), opacity: 0.3, borderColor: theme.colour("bn"), width: 18 },
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

  function choose(parallelAxisIndex, interval) {
    if (!echart) return;
    const select = (index, intervals) => echart.dispatchAction({ type: "axisAreaSelect", parallelAxisIndex: index, intervals });
    select(parallelAxisIndex, interval ? [interval] : []);
    /* The library draws the parts of all axes but the one that it is told of, as a mouse has drawn that one. */
    const next = (parallelAxisIndex + 1) % (used().length + 2);
    select(next, drawnAxes()[next].activeIntervals);
  }

  function brushed() {
    bnsweep.parts.show(drawnAxes().map((axis) => axis.activeIntervals[0] || null));
    const series = echart.getModel().getSeriesByIndex(0);
    const nothing = series.getRawIndicesByActiveState("normal").length > 0;
    bnsweep.table.brush(nothing ? null : series.getRawIndicesByActiveState("active"));
  }

  return {
    draw() {
      const enough = used().length >= FEWEST_AXES;
      dom.byId("parallel").hidden = !enough;
      if (!enough) return;
      const node = dom.byId("parallel-chart");
      node.style.minWidth = `${(used().length + 2) * 110}px`;
      node.setAttribute("aria-label", `Parallel coordinates of ${used().map((a) => a.label).join(", ")} and the final accuracies; the table has the numbers.`);
      chart = chart || dom.chart(node, option, (instance) => {
        echart = instance;
        instance.on("axisareaselected", brushed);
      });
      chart.draw();
      bnsweep.parts.draw(parts(), choose);
      bnsweep.table.brush(null);
    },
  };
})();
