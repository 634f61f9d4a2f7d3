"use strict";
/* Draws everything, and the charts again whenever a choice or the theme changes. */
(() => {
  const charts = () => {
    bnsweep.curves.draw();
    bnsweep.final.draw();
    bnsweep.heatmap.draw();
    bnsweep.activations.draw();
  };
  bnsweep.headline.draw();
  bnsweep.provenance.draw();
  bnsweep.table.draw();
  charts();
  bnsweep.parallel.draw();
  /* Goes over to newer data of the same run; what the reader chose stays. */
  bnsweep.update = (raw) => {
    Object.assign(bnsweep.data, bnsweep.readData(raw));
    bnsweep.state.update();
    bnsweep.headline.draw();
    bnsweep.provenance.draw();
    bnsweep.table.update();
    charts();
    bnsweep.parallel.draw();
  };
  bnsweep.state.onChange(charts);
  bnsweep.theme.onChange(() => { charts(); bnsweep.parallel.recolour(); });
  document.documentElement.dataset.drawn = "true";
})();
