"use strict";
/* What happens between the layers: histograms of one trial, and the spread over all weight scales. */
bnsweep.activations = (() => {
  const { data, format, theme, dom, state } = bnsweep;
  const MOST_LAYERS = 16;
  let kept, trials, epochs, trial, epoch, scales;
  let listed = "";
  const networks = () => ["bn", "plain"].filter((n) => state.visible[n]);

  /* The same trial and epoch as before if there are newer data. */
  function read() {
    kept = data.activations;
    if (!kept) return;
    scales = data.axis("weight_scale");
    const chosen = trial && trial.title;
    trials = kept.trials.map((t) => ({
      at: (word) => (word in t.at ? t.at[word] : 0),
      layers: t.layers.map(([network, e, layer, mean, std, dead, bins]) => ({
        network, epoch: e, layer, mean: Number(mean), std: Number(std), dead, ...shares(bins),
      })),
    }));
    for (const t of trials) t.title = title(t);
    epochs = [...new Set(trials.flatMap((t) => t.layers.map((l) => l.epoch)))].sort((a, b) => a - b);
    trial = trials.find((t) => t.title === chosen) || trials[Math.floor(trials.length / 2)];
    if (!epochs.includes(epoch)) epoch = epochs[0];
    const look = JSON.stringify([trials.map((t) => t.title), epochs]);
    if (look === listed) return;
    listed = look;
    dom.byId("activations-pickers").replaceChildren(
      picker("trial", trials.map((t) => t.title), trials.indexOf(trial), (i) => { trial = trials[i]; }),
      picker("epoch", epochs.map(String), epochs.indexOf(epoch), (i) => { epoch = epochs[i]; }));
  }

  /* [bin, count, ...] as the share of zeros, of NaN, and of each bin by the power of ten of its middle. */
  function shares(bins) {
    let total = 0;
    for (let i = 1; i < bins.length; i += 2) total += bins[i];
    const result = { zeros: 0, lost: 0, powers: new Map() };
    for (let i = 0; i < bins.length; i += 2) {
      const bin = Math.abs(bins[i]);
      const share = bins[i + 1] / total;
      if (bin === 0) result.zeros += share;
      else if (bin === kept.notANumber) result.lost += share;
      else {
        const power = kept.lowest + (bin - 1.5) / kept.perDecade;
        result.powers.set(power, (result.powers.get(power) || 0) + share);
      }
    }
    return result;
  }

  const title = (t) => data.varying.map((a) => `${a.symbol}:${a.values[t.at(a.word)].brief}`).join(", ") || "the trial";
  const of = (t, network) => t.layers.filter((l) => l.network === network && l.epoch === epoch);

  /* The layers to draw; every k-th if there are too many, the last always. */
  function drawn() {
    const numbers = [...new Set(trial.layers.map((l) => l.layer))].sort((a, b) => a - b);
    const step = Math.ceil(numbers.length / MOST_LAYERS);
    return numbers.filter((_, i) => (numbers.length - 1 - i) % step === 0);
  }

  function picker(label, texts, chosen, onPick) {
    const select = dom.element("select");
    texts.forEach((text, i) => {
      const option = dom.element("option", "", text);
      option.value = String(i);
      select.append(option);
    });
    select.value = String(chosen);
    select.addEventListener("change", () => { onPick(Number(select.value)); draw(); });
    const wrapped = dom.element("label", "", label);
    wrapped.append(select);
    return wrapped;
  }

  /* From the lowest to the highest bin of any layer shown, in whole powers of ten. */
  function range() {
    const powers = networks().flatMap((n) => of(trial, n)).flatMap((l) => [...l.powers.keys()]);
    if (!powers.length) return [-1, 1];
    return [Math.floor(Math.min(...powers)), Math.max(Math.ceil(Math.max(...powers)), Math.floor(Math.min(...powers)) + 1)];
  }

  function steps(layer, [low, high]) {
    const points = [];
    for (let power = low + 0.5 / kept.perDecade; power < high; power += 1 / kept.perDecade) {
      points.push([power, layer.powers.get(power) || 0]);
    }
    return points;
  }

  const ten = (power) => (power >= -3 && power <= 3 ? String(Number((10 ** power).toPrecision(3))) : `1e${Math.round(power)}`);

  function option(node) {
    const layers = drawn();
    const columns = Math.max(1, Math.min(layers.length, 8, Math.floor((node.clientWidth - 60) / 150)));
    const left = 52, right = 10, top = 32, gap = 16, height = 150;
    const panel = (node.clientWidth - left - right - (columns - 1) * gap) / columns;
    const rows = Math.ceil(layers.length / columns);
    node.style.height = `${rows * (height + top + 22) + 24}px`;
    const place = layers.map((_, i) => ({ x: left + (i % columns) * (panel + gap), y: top + Math.floor(i / columns) * (height + top + 22) }));
    const text = { color: theme.colour("muted"), fontSize: 12 };
    const line = { show: true, lineStyle: { color: theme.colour("line") } };
    const [low, high] = range();
    const step = Math.ceil((high - low) / Math.max(2, Math.min(4, Math.floor(panel / 40))));
    const ends = [Math.floor(low / step) * step, high];
    /* The library labels the upper end besides, which would run into its neighbour. */
    const label = (power) => (Math.round(power) % step === 0 ? ten(power) : "");
    const series = layers.flatMap((number, i) => networks().flatMap((n) => {
      const layer = of(trial, n).find((l) => l.layer === number);
      return layer ? [{
        type: "line", name: n, xAxisIndex: i, yAxisIndex: i, step: "middle", symbol: "none", silent: true, data: steps(layer, ends),
        lineStyle: { color: theme.colour(n), width: 2, type: n === "bn" ? "solid" : [6, 4] },
        itemStyle: { color: theme.colour(n) }, areaStyle: { color: theme.colour(n), opacity: 0.18 },
      }] : [];
    }));
    const most = Math.max(0.01, ...series.flatMap((s) => s.data.map((p) => p[1])));
    return {
      title: layers.map((number, i) => ({
        text: `layer ${number}`, left: place[i].x + panel / 2, top: place[i].y - 19, textAlign: "center", padding: 0,
        textStyle: { fontSize: 13, fontWeight: 500, color: theme.colour("ink") },
      })),
      grid: place.map((p) => ({ left: p.x, top: p.y, width: panel, height, show: true, borderColor: theme.colour("line"), backgroundColor: "transparent" })),
      xAxis: layers.map((_, i) => ({
        gridIndex: i, type: "value", min: ends[0], max: ends[1], interval: step, axisLine: line,
        splitLine: { lineStyle: { color: theme.colour("faint") } }, axisLabel: { ...text, hideOverlap: true, formatter: label, alignMinLabel: "left", alignMaxLabel: "right" },
        axisPointer: { show: true, snap: true, label: { show: false } },
      })),
      yAxis: layers.map((_, i) => ({
        gridIndex: i, type: "value", min: 0, max: most, splitNumber: 3, axisLine: line, axisPointer: { show: false },
        splitLine: { lineStyle: { color: theme.colour("faint") } },
        axisLabel: { show: i % columns === 0, showMaxLabel: false, formatter: (v) => `${Math.round(v * 100)} %`, ...text },
      })),
      series,
      tooltip: dom.tooltip({ trigger: "axis", formatter: (hits) => {
        const number = layers[hits[0].axisIndex];
        const lines = networks().map((n) => of(trial, n).find((l) => l.layer === number)).filter(Boolean)
          .map((l) => [l.network, `${format.name[l.network]}: spread ${format.brief(l.std)}, mean ${format.brief(l.mean)}, 0 in ${format.percent(l.zeros)}, dead units ${format.percent(l.dead)}`]);
        return dom.tip(`layer ${number}, activations around ${ten(hits[0].value[0])}`,
          [...hits.map((h) => [h.seriesName, `${format.name[h.seriesName]} ${format.percent(h.value[1])}`]), ...lines]);
      } }),
    };
  }

  /* "from 0.09 in layer 1 to 4e-7 in layer 5". */
  function course(network) {
    const layers = of(trial, network);
    if (!layers.length) return "has overflowed and shows none";
    const [first, last] = [layers[0], layers[layers.length - 1]];
    return first === last ? `is ${format.brief(first.std)}`
      : `goes from ${format.brief(first.std)} in layer ${first.layer} to ${format.brief(last.std)} in layer ${last.layer}`;
  }

  function drawTable() {
    const table = dom.byId("activations-table");
    const columns = ["layer", ...["bn", "plain"].flatMap((n) =>
      ["spread", "mean", "zeros", "dead units", "NaN"].map((what) => `${what} ${format.name[n]}`))];
    table.tHead.replaceChildren(dom.element("tr", "", columns.map((text) => {
      const th = dom.element("th", "", text);
      th.scope = "col";
      return th;
    })));
    const numbers = [...new Set(trial.layers.map((l) => l.layer))].sort((a, b) => a - b);
    table.tBodies[0].replaceChildren(...numbers.map((number) => {
      const cells = ["bn", "plain"].flatMap((n) => {
        const l = of(trial, n).find((other) => other.layer === number);
        return l ? [format.brief(l.std), format.brief(l.mean), format.percent(l.zeros), format.percent(l.dead), format.percent(l.lost)]
          : new Array(5).fill("\u2013");
      });
      const th = dom.element("th", "", String(number));
      th.scope = "row";
      return dom.element("tr", "", [th, ...cells.map((text) => dom.element("td", "", text))]);
    }));
  }

  /* The trials that differ from the chosen one in their weight scale alone. */
  const scaleOf = (t) => scales.values[t.at("weight_scale")].number;
  function beside() {
    return trials.filter((t) => scaleOf(t) > 0
      && data.shown.every((a) => a.word === "weight_scale" || t.at(a.word) === trial.at(a.word)))
      .sort((a, b) => scaleOf(a) - scaleOf(b));
  }

  function spreadOption() {
    const row = beside();
    const layers = drawn();
    const muted = { color: theme.colour("muted"), fontSize: 12, hideOverlap: true };
    const look = { nameLocation: "middle", nameTextStyle: { color: theme.colour("muted"), fontSize: 13 },
      axisLine: { lineStyle: { color: theme.colour("line") } }, splitLine: { lineStyle: { color: theme.colour("faint") } } };
    const series = networks().flatMap((n) => layers.map((number, i) => ({
      type: "line", name: n, symbol: n === "bn" ? "circle" : "diamond", symbolSize: 6,
      data: row.map((t) => ({ t, layer: of(t, n).find((l) => l.layer === number) }))
        .filter((p) => p.layer && p.layer.std > 0 && Number.isFinite(p.layer.std))
        .map((p) => ({ value: [scaleOf(p.t), p.layer.std], trial: p.t, layer: p.layer })),
      lineStyle: { color: theme.colour(n), width: 1 + 2 * (i + 1) / layers.length, opacity: 0.35 + 0.65 * (i + 1) / layers.length, type: n === "bn" ? "solid" : [7, 5] },
      itemStyle: { color: theme.colour(n), opacity: 0.35 + 0.65 * (i + 1) / layers.length },
    })));
    const spreads = series.flatMap((s) => s.data.map((p) => Math.log10(p.value[1])));
    return {
      grid: { left: 66, right: 18, top: 14, bottom: 50 },
      xAxis: { ...look, type: "log", min: scaleOf(row[0]), max: scaleOf(row[row.length - 1]), name: "weight scale (logarithmic)", nameGap: 30,
        axisLabel: { ...muted, formatter: (v) => String(Number(v.toPrecision(2))) } },
      yAxis: { ...look, type: "log", ...(spreads.length ? { min: 10 ** Math.floor(Math.min(...spreads)), max: 10 ** Math.ceil(Math.max(...spreads)) } : {}), name: "spread (logarithmic)", nameGap: 48, axisLabel: { ...muted, formatter: (v) => ten(Math.log10(v)) } },
      series,
      tooltip: dom.tooltip({ trigger: "item", formatter: (hit) => (hit.data.layer
        ? dom.tip(`${title(hit.data.trial)}, layer ${hit.data.layer.layer}`, [[hit.seriesName, `${format.name[hit.seriesName]}: spread ${format.brief(hit.data.layer.std)}`]])
        : "") }),
    };
  }

  let chart, spread;
  function draw() {
    if (data.activations !== kept) read();
    dom.byId("activations").hidden = !kept;
    if (!kept) return;
    const words = `${title(trial)}, epoch ${epoch}: the spread without BN ${course("plain")}, with BN it ${course("bn")}.`;
    const which = data.finished ? "evenly chosen; activations.parquet has all" : "of those that were trained first; the page of the finished run has them evenly chosen";
    const left = trials.length < data.groups.length ? ` Shown are ${trials.length} of ${format.count(data.groups.length)} settings, ${which}.` : "";
    dom.byId("activations-note").textContent = words + left;
    dom.byId("activations-chart").setAttribute("aria-label", `Histograms of the activations, a panel per hidden layer. ${words} The table below has the numbers.`);
    drawTable();
    chart = chart || dom.chart(dom.byId("activations-chart"), option);
    chart.draw();
    const row = beside();
    dom.byId("spread").hidden = row.length < 2;
    if (row.length > 1) {
      const slice = data.varying.filter((a) => a.word !== "weight_scale" && row.every((t) => t.at(a.word) === trial.at(a.word))).map((a) => `${a.label} ${a.values[trial.at(a.word)].brief}`);
      dom.byId("spread-note").textContent = `Standard deviation of each layer's activations at ${["epoch " + epoch, ...slice].join(", ")}; the deeper the layer, the stronger its line.`;
      dom.byId("spread-chart").setAttribute("aria-label", "Standard deviation of the activations by weight scale, one line per layer and network.");
      spread = spread || dom.chart(dom.byId("spread-chart"), spreadOption);
      spread.draw();
    }
  }
  return { draw };
})();
