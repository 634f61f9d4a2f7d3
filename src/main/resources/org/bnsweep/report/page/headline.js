"use strict";
/* The answer in words and numbers. */
bnsweep.headline = (() => {
  const { data, format, dom } = bnsweep;

  const best = (network) =>
    data.groups.reduce((a, b) => (b.final(network) > a.final(network) || !(a.final(network) >= 0) ? b : a));
  const place = (group) =>
    data.shown.map((axis) => `${axis.label} ${axis.values[group.at(axis.word)].brief}`).join(", ");

  function span(part) {
    if (!part) return "at no weight scale";
    return part.decades > 0 ? `over ${part.decades.toFixed(1)} decades (${part.from} to ${part.to})` : `at one weight scale alone (${part.from})`;
  }

  /* How far each network trains, or how well if no axis says how far. */
  function reach() {
    const epochs = format.epochs(data.epochs);
    if (data.ranges.length > 0 && data.ranges[0].tested > 0) {
      const { accuracy, tested, groups, bn, plain } = data.ranges[0];
      return `Of ${tested.toFixed(1)} decades of weight scale, networks with Batch Normalization train to an accuracy of `
        + `${accuracy} in ${epochs} ${span(bn)}; without it, ${span(plain)}`
        + `${groups > 1 ? ` (the median of ${format.count(groups)} combinations of the other settings)` : ""}.`;
    }
    const [bn, plain] = ["bn", "plain"].map((network) => best(network).final(network));
    return `After ${epochs} the best setting with Batch Normalization has an accuracy of ${format.column(bn)}, `
      + `the best without it ${format.column(plain)}${data.several ? ` (means over ${data.varying.filter((a) => a.averaged).map((a) => a.label).join(", ")})` : ""}.`;
  }

  function rates() {
    if (!data.rates) return "";
    const { accuracy, bn, plain } = data.rates;
    return `The largest learning rate that trains to ${accuracy} is ${bn || "none"} with it, ${plain || "none"} without.`;
  }

  /* At how many settings which network is the better one, by differences of accuracies. */
  function ahead(when, differences) {
    const both = differences.filter(Number.isFinite);
    if (both.length < 2) return "";
    const count = (wins) => format.count(both.filter(wins).length);
    return `${when} the network with it is the better one at ${count((d) => d > 0)} of ${format.count(both.length)} settings, `
      + `the one without at ${count((d) => d < 0)}.`;
  }

  /* The same on samples that were not trained on, which is what regularization is about. */
  function onTest() {
    if (!data.testSize) return "";
    const most = (network) => Math.max(...data.groups.map((g) => g.finalTest(network)).filter(Number.isFinite));
    const [bn, plain] = [most("bn"), most("plain")];
    if (!Number.isFinite(bn) || !Number.isFinite(plain)) return "";
    return [`On test samples the best with it ends at ${format.column(bn)}, the best without at ${format.column(plain)}.`,
      ahead("There", data.groups.map((g) => g.finalTest("bn") - g.finalTest("plain")))].filter(Boolean).join(" ");
  }

  const sentence = () => (data.counts.failed === data.counts.trials ? "Every trial has failed; the table has the messages."
    : [reach(), rates(), ahead("At the end", data.groups.map((g) => g.final("bn") - g.final("plain"))), onTest()].filter(Boolean).join(" "));

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
      tile(`Best at the end, ${format.name[network]}`, format.column(group.final(network)), Number.isFinite(group.final(network)) ? place(group) : "");
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
    const { "about the classes": classes } = Object.fromEntries(data.provenance);
    if (classes) list.push(`${format.line(classes)}.`);
    if (!data.trials) {
      const averaged = data.varying.filter((a) => a.averaged).map((a) => a.label).join(", ");
      list.push(`${format.count(data.counts.trials)} trials are too many to list: this page shows their means over `
        + `${averaged}, ${format.count(data.groups.length)} in all. The files curves.parquet and summary.csv ${data.finished ? "have" : "will have"} every trial.`);
    }
    if (data.points.length < data.epochs) {
      list.push(`To keep this file small, curves show ${data.points.length} of ${data.epochs} epochs.`);
    }
    if (data.testSize && data.testPoints.length < data.points.length) {
      list.push("To keep this file small, it has accuracies on test samples at the last epoch only.");
    }
    if (data.recorded && !data.activations) {
      list.push("Activations are recorded too; of so many trials this page shows them when all are trained.");
    }
    return list;
  }

  return { draw };
})();
