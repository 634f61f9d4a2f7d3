"use strict";
/* How the numbers were made. */
bnsweep.provenance = {
  draw() {
    const { data, format, dom } = bnsweep;
    dom.byId("provenance").replaceChildren();
    for (const [key, value] of data.provenance) {
      dom.byId("provenance").append(dom.element("dt", "", format.line(key)), dom.element("dd", "", format.line(value)));
    }
    dom.byId("configuration").textContent = data.configuration.split("\n").map(format.line).join("\n");
  },
};
