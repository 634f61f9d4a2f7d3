"use strict";
/* The small multiples: one canvas, a grid of panels that share their axes. */
bnsweep.curves = (() => {
  const { data, format, theme, dom, state } = bnsweep;
  const MOST_PANELS = 64;

  function layout(count, width) {
    const columns = Math.max(1, Math.min(Math.ceil(Math.sqrt(count)), 8, Math.floor((width - 60) / 130)));
    const left = 52, right = 8, top = 32, gap = 14, bottom = 44;
    const panel = (width - left - right - (columns - 1) * gap) / columns;
    /* Flatter on paper, so that they fit below the headline. */
    const height = Math.round(bnsweep.theme.printing() ? panel * 0.48 : Math.max(96, Math.min(panel * 0.66, 300)));
    const rows = Math.ceil(count / columns);
    return {
      columns, rows, panel, height,
      total: rows * (height + top) + bottom,
      x: (i) => left + (i % columns) * (panel + gap),
      y: (i) => top + Math.floor(i / columns) * (height + top),
      leftmost: (i) => i % columns === 0,
      lowest: (i) => i + columns >= count,
    };
  }

  /* As they come, which is the grid's order; from large to small where a sample of it has none. */
  function ordered(groups, axis) {
    const number = (group) => axis.values[group.at(axis.word)].number;
    const x = groups.map(number);
    const one = (way) => x.every((v, i) => i === 0 || way * (v - x[i - 1]) >= 0);
    return !x.every(Number.isFinite) || one(1) || one(-1) ? groups : [...groups].sort((a, b) => number(b) - number(a));
  }

  /* The groups to draw; every k-th if there are too many. */
  function chosen() {
    const all = state.panels() ? ordered(state.groups(state.panels()), state.panels()) : data.groups;
    const step = Math.ceil(all.length / MOST_PANELS);
    return { all, drawn: all.filter((_, i) => i % step === 0) };
  }

  function title(group) {
    const axis = state.panels() || data.axis("weight_scale");
    return `${axis.symbol}:${axis.values[group.at(axis.word)].brief}${group.n === 0 ? ", failed" : ""}`;
  }

  function series(group, i, network) {
    const colour = theme.colour(network);
    const base = { type: "line", xAxisIndex: i, yAxisIndex: i, silent: true, symbol: "none" };
    const points = (values) => values.map((v, k) => [data.points[k], Number.isNaN(v) ? null : v]);
    const mean = group.mean(network);
    const half = group.n > 1 ? group.half(network) : null;
    const list = [{
      ...base, name: network, data: points(mean), z: 3,
      showSymbol: mean.length === 1, symbol: mean.length === 1 ? "circle" : "none",
      lineStyle: { color: colour, width: 2, type: network === "bn" ? "solid" : [6, 4] },
      itemStyle: { color: colour },
    }];
    if (state.visible.test && data.testSize && data.testPoints.length === data.points.length) {
      list.push({ ...base, name: network, z: 3, data: group.test(network).map((v, k) => [data.testPoints[k], Number.isNaN(v) ? null : v]),
        showSymbol: mean.length === 1, symbol: mean.length === 1 ? "emptyCircle" : "none",
        lineStyle: { color: colour, width: 1.5, type: [1.5, 3] }, itemStyle: { color: colour } });
    }
    if (half) {
      const around = mean.map((m, k) => [data.points[k], Math.max(0, m - half[k]), Math.min(1, m + half[k])]);
      list.unshift(...dom.bands(around, colour, { xAxisIndex: i, yAxisIndex: i }));
    }
    return list;
  }

  function tip(drawn, parameters) {
    const hit = parameters.find((p) => p.seriesType === "line");
    if (!hit) return "";
    const group = drawn[hit.axisIndex];
    const k = data.points.indexOf(Number(hit.axisValue));
    if (!group || k < 0) return "";
    const lines = ["bn", "plain"].filter((n) => state.visible[n]).map((n) => {
      const half = group.n > 1 && group.half(n) ? group.half(n)[k] : 0;
      const test = data.testPoints.indexOf(data.points[k]);
      const onTest = test >= 0 ? `, on test samples ${format.accuracy(group.test(n)[test])}` : "";
      return [n, `${format.name[n]} ${format.interval(group.mean(n)[k], half)}${onTest}`];
    });
    lines.push(["", group.n === 1 ? "one trial" : `${group.n} trials`]);
    return dom.tip(`${title(group)}, epoch ${data.points[k]}`, lines);
  }

  function option(node) {
    const { drawn } = chosen();
    const place = layout(drawn.length, node.clientWidth);
    node.style.height = `${place.total}px`;
    const text = { color: theme.colour("muted"), fontSize: 12 };
    const line = { show: true, lineStyle: { color: theme.colour("line") } };
    const split = { show: true, lineStyle: { color: theme.colour("faint") } };
    const networks = ["bn", "plain"].filter((n) => state.visible[n]);
    return {
      title: drawn.map((group, i) => ({
        text: format.line(title(group)), left: place.x(i) + place.panel / 2, top: place.y(i) - 19, textAlign: "center",
        padding: 0, textStyle: { fontSize: 13, fontWeight: 500, color: theme.colour("ink") },
      })),
      grid: drawn.map((_, i) => ({
        left: place.x(i), top: place.y(i), width: place.panel, height: place.height,
        show: true, borderColor: theme.colour("line"), backgroundColor: "transparent",
      })),
      xAxis: drawn.map((_, i) => ({
        gridIndex: i, type: "value", min: 0, max: Math.max(1, data.epochs - 1), splitNumber: 4, minInterval: 1,
        axisLine: line, axisTick: { show: place.lowest(i) }, splitLine: split,
        axisLabel: { show: place.lowest(i), hideOverlap: true, alignMinLabel: "left", alignMaxLabel: "right", ...text },
        name: place.lowest(i) ? "epochs" : "", nameLocation: "middle", nameGap: 24, nameTextStyle: text,
        axisPointer: { show: true, snap: true, label: { show: false }, lineStyle: { color: theme.colour("muted") } },
      })),
      yAxis: drawn.map((_, i) => ({
        gridIndex: i, type: "value", min: 0, max: 1, interval: place.height < 130 ? 0.5 : 0.2,
        axisLine: line, axisTick: { show: place.leftmost(i) }, splitLine: split,
        axisLabel: { show: place.leftmost(i), formatter: (v) => v.toFixed(1), ...text },
        name: place.leftmost(i) && place.height >= 110 ? "accuracy" : "", nameLocation: "middle", nameGap: 36, nameTextStyle: text,
        axisPointer: { show: false },
      })),
      series: drawn.flatMap((group, i) => networks.flatMap((n) => series(group, i, n))),
      axisPointer: { link: [{ xAxisIndex: "all" }] },
      tooltip: dom.tooltip({ trigger: "axis", formatter: (parameters) => tip(drawn, parameters) }),
    };
  }

  function describe() {
    const { all, drawn } = chosen();
    const slice = state.panels() ? state.sliceText(state.panels()) : "";
    const note = [];
    if (slice) note.push(`At ${slice}.`);
    if (drawn.some((g) => g.n > 1)) {
      const axes = data.varying.filter((a) => a.averaged).map((a) => a.label).join(", ");
      note.push(`Mean and 95 % interval over ${axes}; n is shown on hover.`);
    }
    if (drawn.length < all.length) note.push(`${drawn.length} of ${all.length} panels are shown; the table has all.`);
    const axis = state.panels() || data.axis("weight_scale");
    const words = axis.values.some((v) => !Number.isFinite(v.number)) ? " or the rule that gives it" : "";
    const means = axis.word === "weight_scale" ? `, the standard deviation of the initial weights${words}` : "";
    if (state.panels() && all.length < axis.values.length) {
      note.push(`Of ${axis.values.length} values of ${axis.label}, ${all.length} ${all.length === 1 ? "was" : "were"} tried there.`);
    }
    if (drawn.length > 1) note.push(`A panel per ${axis.label}${axis.symbol === axis.label ? "" : ` (${axis.symbol})`}${means}.`);
    note.push(`Accuracy on the ${format.count(data.trainSize)} training samples${data.testSize && data.testPoints.length === data.points.length ? `; dotted, on ${format.count(data.testSize)} test samples` : ""}.`);
    dom.byId("curves-note").textContent = note.join(" ");
    const ends = drawn.map((g) => `${title(g)}: ${format.accuracy(g.final("bn"))} with BN, ${format.accuracy(g.final("plain"))} without`);
    dom.byId("curves-chart").setAttribute("aria-label", `Accuracy over epochs, ${drawn.length} panels. At the last epoch, ${ends.join("; ")}.`);
  }

  let chart;
  return {
    draw() {
      describe();
      chart = chart || dom.chart(dom.byId("curves-chart"), option);
      chart.draw();
    },
  };
})();
