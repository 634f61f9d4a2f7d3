/* How the numbers were made. */
import { dom } from "./dom.js";
import { format } from "./format.js";
import { data } from "./run.js";

export const provenance = {
  draw() {
    dom.byId("provenance").replaceChildren(...data.provenance.flatMap(([label, value]) =>
      [dom.element("dt", "", format.line(label)), dom.element("dd", "", format.line(value))]));
    dom.byId("configuration").textContent = data.configuration.split("\n").map(format.line).join("\n");
  },
};
