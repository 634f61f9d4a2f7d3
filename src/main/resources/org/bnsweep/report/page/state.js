"use strict";
/* What the reader chose: which networks, and the slice of the grid that charts of fewer axes show. */
bnsweep.state = (() => {
  const { data, dom } = bnsweep;
  const listeners = [];
  const visible = { bn: true, plain: true, test: true };

  /* Words and texts, not places, which move when a live page gets more values. */
  const picked = {};
  let slice, panels, across;

  const others = () => data.shown.filter((axis) => axis !== panels);
  function chooseAcross() {
    across = others().find((axis) => axis.word === picked.across) || others()[0];
  }

  function choose() {
    /* The setting that ends best with BN: where the slice starts. */
    const best = data.groups.reduce((a, b) => (b.final("bn") > a.final("bn") || !(a.final("bn") >= 0) ? b : a));
    const place = (axis) => axis.values.findIndex((v) => v.text === picked[axis.word]);
    slice = Object.fromEntries(data.shown.map((axis) => [axis.word, place(axis) >= 0 ? place(axis) : best.at(axis.word)]));
    const first = data.axis("weight_scale").values.length > 1 ? data.axis("weight_scale") : data.shown[0];
    panels = data.shown.find((axis) => axis.word === picked.panels) || first;
    chooseAcross();
  }
  choose();

  const changed = () => listeners.forEach((listener) => listener());

  for (const part of ["bn", "plain", "test"]) {
    const key = dom.byId(`show-${part}`);
    key.addEventListener("click", () => {
      visible[part] = !visible[part];
      key.setAttribute("aria-pressed", String(visible[part]));
      changed();
    });
  }
  dom.byId("show-test").hidden = !data.testSize;

  function picker(label, options, chosen, onPick) {
    const select = dom.element("select");
    options.forEach((text, i) => {
      const option = dom.element("option", "", text);
      option.value = String(i);
      select.append(option);
    });
    select.value = String(chosen);
    select.addEventListener("change", () => { onPick(Number(select.value)); changed(); });
    const wrapped = dom.element("label", "", label);
    wrapped.append(select);
    return wrapped;
  }

  let drawn = "";
  function drawPickers() {
    const box = dom.byId("pickers");
    /* An open list of a picker that says the same would close. */
    const look = JSON.stringify([panels && panels.word, across && across.word, slice, data.shown]);
    if (look === drawn) return;
    drawn = look;
    box.replaceChildren();
    if (data.shown.length < 2) return;
    box.append(picker("a panel per", data.shown.map((a) => a.label), data.shown.indexOf(panels), (i) => {
      panels = data.shown[i];
      picked.panels = panels.word;
      chooseAcross();
      drawPickers();
    }));
    if (data.shown.length > 2) {
      const choices = others();
      box.append(picker("heat maps against", choices.map((a) => a.label), choices.indexOf(across), (i) => {
        across = choices[i];
        picked.across = across.word;
      }));
    }
    for (const axis of data.shown) {
      if (axis === panels) continue;
      box.append(picker(axis.label, axis.values.map((v) => v.brief), slice[axis.word], (i) => {
        slice[axis.word] = i;
        picked[axis.word] = axis.values[i].text;
      }));
    }
  }
  drawPickers();

  /* The groups of the slice that leaves `free` axes open. */
  const groups = (...free) =>
    data.groups.filter((group) =>
      data.shown.every((axis) => free.includes(axis) || group.at(axis.word) === slice[axis.word]));

  /* What the slice fixes, in words. */
  const sliceText = (...free) =>
    data.shown.filter((axis) => !free.includes(axis))
      .map((axis) => `${axis.label} ${axis.values[slice[axis.word]].brief}`).join(", ");

  return {
    visible, groups, sliceText,
    panels: () => panels,
    /* The second axis of the heat maps; the first is that of the panels. */
    across: () => across,
    onChange: (listener) => listeners.push(listener),
    /* After newer data. */
    update() { choose(); drawPickers(); },
  };
})();
