"use strict";
/* What the other scripts build the page with. Text reaches the page through textContent only. */
bnsweep.dom = {
  byId: (id) => document.getElementById(id),

  /* An element with a text, or with children. */
  element(tag, className, content) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (Array.isArray(content)) node.append(...content);
    else if (content !== undefined) node.textContent = content;
    return node;
  },

  /*
   * A chart in `node`, drawn from `option(node)` once it comes near the window, again after `draw()`
   * and when the width changes; `painted` is told of the instance each time.
   */
  chart(node, option, painted = () => {}) {
    let chart = null;
    let width = 0;
    let stale = true;
    let near = false;
    const paint = () => {
      if (!stale || node.clientWidth === 0) return;
      stale = false;
      width = node.clientWidth;
      const drawn = option(node);
      chart = chart || echarts.init(node, null, { renderer: "canvas" });
      chart.setOption({ animation: false, ...drawn }, { notMerge: true });
      /* Not before: a resize plans to show the tooltip under the mouse again, and the new option takes that one away. */
      if (chart.getWidth() !== node.clientWidth || chart.getHeight() !== node.clientHeight) chart.resize();
      painted(chart);
      node.dataset.drawn = "true";
    };
    const draw = () => { stale = true; if (near) paint(); };
    new ResizeObserver(() => { if (node.clientWidth !== width) draw(); }).observe(node);
    new IntersectionObserver(([entry]) => { near = entry.isIntersecting; if (near) paint(); }, { rootMargin: "300px" }).observe(node);
    window.addEventListener("beforeprint", () => { near = true; paint(); });
    return { draw };
  },

  /* An interval around a line, through points [x, low, high], on the axes `at` names; with a gap where one is NaN. */
  bands(points, colour, at) {
    const pieces = points.reduce((list, point) => {
      if (Number.isFinite(point[1])) list[list.length - 1].push(point);
      else list.push([]);
      return list;
    }, [[]]);
    return pieces.filter((piece) => piece.length > 1).map((piece) => bnsweep.dom.band(piece, colour, at));
  },

  /* One piece of it: a polygon. */
  band: (points, colour, at) => ({
    type: "custom", silent: true, clip: true, z: 2, tooltip: { show: false }, data: [[points[0][0], points[0][1]]], ...at,
    renderItem: (_, api) => ({
      type: "polygon",
      shape: { points: [...points.map(([x, , high]) => api.coord([x, high])), ...[...points].reverse().map(([x, low]) => api.coord([x, low]))] },
      style: { fill: colour, opacity: 0.2 },
    }),
  }),

  /* A tooltip's content: a title and lines of [class, text]. */
  tip(title, lines) {
    const { element } = bnsweep.dom;
    const box = element("div", "tip", [element("strong", "", title)]);
    for (const [className, text] of lines) box.append(element("div", className, text));
    return box;
  },

  /* What all tooltips have in common. */
  tooltip: (more) => ({
    backgroundColor: bnsweep.theme.colour("ground"),
    borderColor: bnsweep.theme.colour("line"),
    confine: true,
    ...more,
  }),

  async copy(text, what) {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch (refused) {
      const area = bnsweep.dom.element("textarea", "unseen");
      area.value = text;
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
    }
    bnsweep.dom.byId("said").textContent = copied ? `${what} copied` : `${what}: the browser refused to copy`;
    return copied;
  },
};
