/* Draws everything, and the charts again whenever a choice or the theme changes. */
import { activations } from "./activations.js";
import { curves } from "./curves.js";
import { final } from "./final.js";
import { gradients } from "./gradients.js";
import { headline } from "./headline.js";
import { heatmap } from "./heatmap.js";
import { landscape } from "./landscape.js";
import { parallel } from "./parallel.js";
import { provenance } from "./provenance.js";
import { data, replaceData } from "./run.js";
import { state } from "./state.js";
import { table } from "./table.js";
import { theme } from "./theme.js";

const charts = [curves, final, heatmap, activations, gradients, landscape];
const drawCharts = () => charts.forEach((chart) => chart.draw());

headline.draw();
provenance.draw();
table.draw();
drawCharts();
parallel.draw();
state.onChange(drawCharts);
theme.onChange(() => {
  drawCharts();
  parallel.recolour();
});
document.documentElement.dataset.drawn = "true";

export const page = {
  /* Trials that are drawn. */
  trials: () => data.counts.trials,
  /* Whether new lines would undo the parts that the reader has brushed. */
  brushed: () => table.brushed(),
  /* Goes over to newer data of the same run; what the reader chose stays. */
  update(raw) {
    replaceData(raw);
    state.update();
    headline.draw();
    provenance.draw();
    table.update();
    drawCharts();
    parallel.draw();
  },
};
