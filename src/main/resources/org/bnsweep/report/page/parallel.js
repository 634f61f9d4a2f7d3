"use strict";
/* Parallel coordinates over all axes; brushing filters the table. */
bnsweep.parallel = (() => {
  const { data, format, theme, dom } = bnsweep;
  const FEWEST_AXES = 2;
  let chart;

  const used = () => bnsweep.table.axes();

  function dimension(axis, i) {
    const numeric = axis.values.every((v) => Number.isFinite(v.number));
    const numbers = axis.values.map((v) => v.number);
    const wide = numeric && Math.min(...numbers) > 0 && Math.max(...numbers) / Math.min(...numbers) > 30;
    const base = { dim: i, name: axis.label };
    if (!numeric) return { ...base, type: "category", data: axis.values.map((v) => format.line(v.brief)) };
    return wide
      ? { ...base, type: "log", min: Math.min(...numbers), max: Math.max(...numbers), axisLabel: { formatter: (v) => String(Number(v.toPrecision(2))) } }
      : { ...base, type: "value", scale: true };
  }

  function option() {
    const axes = used();
    const values = bnsweep.table.rows().map((row) => [
      ...axes.map((axis) => {
        const i = row.at(axis.word);
        return axis.values.every((v) => Number.isFinite(v.number)) ? axis.values[i].number : i;
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

  function brushed(instance) {
    const series = instance.getModel().getSeriesByIndex(0);
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
      chart = chart || dom.chart(node, option, (instance) => instance.on("axisareaselected", () => brushed(instance)));
      chart.draw();
      bnsweep.table.brush(null);
    },
  };
})();
