/* What the other scripts build the page with. Text reaches the page through textContent only. */
import { theme } from "./theme.js";

/* An element with a text, or with children. */
function element(tag, className, content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (Array.isArray(content)) node.append(...content);
  else if (content !== undefined) node.textContent = content;
  return node;
}

/* One piece of an interval around a line: a polygon through points [x, low, high]. */
function band(points, colour, at) {
  const start = [points[0][0], points[0][1]];
  const upper = points.map(([x, , high]) => [x, high]);
  const lower = [...points].reverse().map(([x, low]) => [x, low]);
  return {
    type: "custom", silent: true, clip: true, z: 2, tooltip: { show: false }, data: [start], ...at,
    renderItem: (_, api) => ({
      type: "polygon",
      shape: { points: [...upper, ...lower].map((point) => api.coord(point)) },
      style: { fill: colour, opacity: 0.2 },
    }),
  };
}

export const dom = {
  byId: (id) => document.getElementById(id),
  element,

  /* A labelled list of texts; `onPick` is told the place of the one chosen. */
  picker(label, texts, chosen, onPick) {
    const select = element("select", "", texts.map((text, i) => {
      const option = element("option", "", text);
      option.value = String(i);
      return option;
    }));
    select.value = String(chosen);
    select.addEventListener("change", () => onPick(Number(select.value)));
    const wrapped = element("label", "", label);
    wrapped.append(select);
    return wrapped;
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
      /* Not before: it plans to show the tooltip under the mouse again, which a new option takes away. */
      const fits = chart.getWidth() === node.clientWidth && chart.getHeight() === node.clientHeight;
      if (!fits) chart.resize();
      painted(chart);
      node.dataset.drawn = "true";
    };
    const draw = () => { stale = true; if (near) paint(); };
    new ResizeObserver(() => { if (node.clientWidth !== width) draw(); }).observe(node);
    new IntersectionObserver(([entry]) => {
      near = entry.isIntersecting;
      if (near) paint();
    }, { rootMargin: "300px" }).observe(node);
    window.addEventListener("beforeprint", () => { near = true; paint(); });
    return { draw };
  },

  /*
   * An interval around a line, through points [x, low, high], on the axes `at` names; with a gap
   * where one is NaN.
   */
  bands(points, colour, at) {
    const pieces = points.reduce((list, point) => {
      if (Number.isFinite(point[1])) list[list.length - 1].push(point);
      else list.push([]);
      return list;
    }, [[]]);
    return pieces.filter((piece) => piece.length > 1).map((piece) => band(piece, colour, at));
  },

  /* A tooltip's content: a title and lines of [class, text]. */
  tip(title, lines) {
    const box = element("div", "tip", [element("strong", "", title)]);
    for (const [className, text] of lines) box.append(element("div", className, text));
    return box;
  },

  /* What all tooltips have in common. */
  tooltip: (more) => ({
    backgroundColor: theme.colour("ground"),
    borderColor: theme.colour("line"),
    confine: true,
    ...more,
  }),

  async copy(text, what) {
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch (refused) {
      const area = element("textarea", "unseen");
      area.value = text;
      document.body.append(area);
      area.select();
      copied = document.execCommand("copy");
      area.remove();
    }
    const said = copied ? `${what} copied` : `${what}: the browser refused to copy`;
    document.getElementById("said").textContent = said;
    return copied;
  },
};
