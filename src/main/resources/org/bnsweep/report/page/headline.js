"use strict";
/* The answer in words and numbers. */
bnsweep.headline = (() => {
  const { data, format, dom } = bnsweep;

  /* Weight scales at which some setting ends at or above `least`, and the decades they span. */
  function trainable(network, least) {
    const axis = data.axis("weight_scale");
    const reached = new Set();
    for (const group of data.groups) {
      const value = axis.values[group.at(axis.word)];
      if (value.number > 0 && group.final(network) >= least) reached.add(value.number);
    }
    const numbers = [...reached];
    return {
      count: numbers.length,
      decades: numbers.length ? Math.log10(Math.max(...numbers) / Math.min(...numbers)) : 0,
    };
  }

  const best = (network) =>
    data.groups.reduce((a, b) => (b.final(network) > a.final(network) || !(a.final(network) >= 0) ? b : a));
  const place = (group) =>
    data.shown.map((axis) => `${axis.label} ${axis.values[group.at(axis.word)].brief}`).join(", ");

  function sentence() {
    const scales = data.axis("weight_scale").values.filter((v) => v.number > 0).length;
    const epochs = `${data.epochs} epoch${data.epochs === 1 ? "" : "s"}`;
    if (scales > 1) {
      const [bn, plain] = ["bn", "plain"].map((network) => trainable(network, 0.5));
      const span = (range) => (range.count > 1 ? ` (over ${format.decades(range.decades)})` : "");
      return `With Batch Normalization, ${bn.count} of ${scales} weight scales${span(bn)} reach an accuracy of 0.5 `
        + `in ${epochs}; without it, ${plain.count}${span(plain)}.`;
    }
    const [bn, plain] = ["bn", "plain"].map((network) => best(network).final(network));
    return `In ${epochs} the best network with Batch Normalization reaches an accuracy of ${format.accuracy(bn)}, `
      + `the best without it ${format.accuracy(plain)}.`;
  }

  function tile(title, value, detail) {
    const number = dom.element("dd", "", value);
    if (detail) number.append(dom.element("small", "", detail));
    dom.byId("tiles").append(dom.element("div", "", [dom.element("dt", "", title), number]));
  }

  function draw() {
    document.title = `${format.line(data.name)} \u2013 bnsweep`;
    dom.byId("name").textContent = format.line(data.name);
    dom.byId("headline").textContent = sentence();
    for (const network of ["bn", "plain"]) {
      const group = best(network);
      tile(`Best ${format.name[network]}`, format.column(group.final(network)), place(group));
    }
    if (data.axis("weight_scale").values.length > 1) {
      const ranges = ["bn", "plain"].map((network) => trainable(network, 0.9));
      tile("Scales that reach 0.9", `${ranges[0].count} / ${ranges[1].count}`, "with BN / without");
    }
    const { trials, failed, bnDiverged, plainDiverged } = data.counts;
    tile("Trials", format.count(trials), failed ? `${format.count(failed)} failed` : "none failed");
    tile("Diverged", `${format.count(bnDiverged)} / ${format.count(plainDiverged)}`, "with BN / without");
    const master = data.provenance.find(([key]) => key === "master");
    tile("Time", format.seconds(data.seconds), master ? `on ${format.line(master[1])}` : "");
    for (const note of notes()) dom.byId("notes").append(dom.element("li", "", note));
  }

  function notes() {
    const list = [];
    if (!data.trials) {
      const averaged = data.varying.filter((a) => a.averaged).map((a) => a.label).join(", ");
      list.push(`${format.count(data.counts.trials)} trials are too many to list: this page shows their means over `
        + `${averaged}, ${format.count(data.groups.length)} in all. The files curves.parquet and summary.csv have every trial.`);
    }
    if (data.points.length < data.epochs) {
      list.push(`To keep this file small, curves show ${data.points.length} of ${data.epochs} epochs.`);
    }
    return list;
  }

  return { draw, trainable };
})();
