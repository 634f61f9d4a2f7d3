"use strict";
/* The answer in words and numbers. */
bnsweep.headline = (() => {
  const { data, format, dom } = bnsweep;

  const best = (network) =>
    data.groups.reduce((a, b) => (b.final(network) > a.final(network) || !(a.final(network) >= 0) ? b : a));
  const place = (group) =>
    data.shown.map((axis) => `${axis.label} ${axis.values[group.at(axis.word)].brief}`).join(", ");

  const span = (part) => (part ? `${part.decades.toFixed(1)} decades (${part.from} to ${part.to})` : "no weight scale");

  function sentence() {
    const epochs = `${data.epochs} epoch${data.epochs === 1 ? "" : "s"}`;
    if (data.ranges.length > 0 && data.ranges[0].tested > 0) {
      const { accuracy, tested, bn, plain } = data.ranges[0];
      return `Of ${tested.toFixed(1)} decades of weight scale, networks with Batch Normalization train to an accuracy of `
        + `${accuracy} in ${epochs} over ${span(bn)}; without it, over ${span(plain)}.`;
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
    dom.byId("tiles").replaceChildren();
    dom.byId("notes").replaceChildren();
    document.title = `${format.line(data.name)} \u2013 bnsweep`;
    dom.byId("name").textContent = format.line(data.name);
    dom.byId("headline").textContent = sentence();
    for (const network of ["bn", "plain"]) {
      const group = best(network);
      tile(`Best ${format.name[network]}`, format.column(group.final(network)), place(group));
    }
    for (const { accuracy, tested, bn, plain } of data.ranges) {
      const decades = (part) => (part ? part.decades.toFixed(1) : "none");
      if (tested > 0) tile(`Decades that train to ${accuracy}`, `${decades(bn)} / ${decades(plain)}`, "with BN / without");
    }
    const { trials, failed, bnDiverged, plainDiverged } = data.counts;
    tile("Trials", format.count(trials), failed ? `${format.count(failed)} failed` : "none failed");
    tile("Diverged", `${format.count(bnDiverged)} / ${format.count(plainDiverged)}`, "with BN / without");
    tile("Time", format.seconds(data.seconds), where());
    for (const note of notes()) dom.byId("notes").append(dom.element("li", "", note));
  }

  function where() {
    const { master, "trials of earlier runs": earlier } = Object.fromEntries(data.provenance);
    return [master ? `on ${format.line(master)}` : "",
      earlier ? `${format.line(earlier)} trials from earlier runs` : ""].filter(Boolean).join("; ");
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

  return { draw };
})();
