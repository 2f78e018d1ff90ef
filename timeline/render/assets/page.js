// Plotly takes the place of the drawn chart: same box, same places, once the page has been painted.
"use strict";
(() => {
  const root = document.documentElement;
  const chart = document.querySelector(".chart");
  const plot = document.getElementById("tl-plot");
  const drawing = chart.querySelector(".drawing");
  const nodes = new Map(Array.from(drawing.querySelectorAll("[data-event]"), (node) => [node.dataset.event, node]));
  const buttons = [...document.querySelectorAll("[data-move]")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  const SECOND = 1e3;
  const DAY = 864e5;
  const LAST = Date.UTC(9999, 11, 31, 23, 59);

  let figure = null; // what Plotly draws, in the page's colours and width
  let whole = null; // the instants (ms) at the edges of the plot when all is shown
  let view = null; // those at its edges now; null while all is shown

  // ---- a figure for this page: its width, its colours

  // The widest scene that the chart has room for; none on a phone, where the list stands alone.
  const fitting = () => timelineFigures.figures.findLast(({ from }) => from <= chart.clientWidth);

  // Dates go to and from Plotly as text: a bare number it takes for an instant in the reader's own zone.
  const instant = (text) => Date.parse(text.includes(" ") ? `${text.replace(" ", "T")}Z` : text);
  const dated = (ms) => new Date(ms).toISOString().replace("T", " ").slice(0, -1);

  // The plot reaches a little beyond its first and last day, by so many px at any width.
  const extent = ({ left, right, bleed, first, last }) => {
    const [start, end] = [instant(first), instant(last)];
    const perPixel = (end - start) / (chart.clientWidth - left - right);
    return [start - bleed * perPixel, Math.min(LAST, end + right * perPixel)];
  };

  // A colour of the page as "#rrggbb"; the browser tells it as "rgb(14, 89, 159)".
  const style = (name, element = root) => {
    const parts = getComputedStyle(element).getPropertyValue(name).match(/\d+/g);
    return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
  };
  const track = (lane) => style("--track", drawing.querySelector(`.name.ink${lane}`));

  const dress = {
    grid: (trace) => (trace.line.color = style("--rule")),
    dates: (trace) => (trace.textfont.color = style("--quiet")),
    eras: (trace) => (trace.textfont.color = style("--quiet")),
    bar: (trace, colour) => (trace.line.color = colour),
    soft: (trace, colour) => {
      for (const stop of trace.fillgradient.colorscale) stop[1] = stop[1].length > 7 ? `${colour}00` : colour;
    },
    labels: (trace) => (trace.textfont.color = style("--ink")),
    marks: (trace, colour) => {
      trace.textfont.color = style("--ink");
      trace.marker.line.color = style("--outline");
      trace.marker.color = colour;
    },
  };

  const dressed = ({ data, layout }) => {
    for (const trace of data) dress[trace.meta.role](trace, trace.meta.lane !== null && track(trace.meta.lane));
    layout.annotations.forEach((name, lane) => (name.font.color = track(lane)));
    for (const shape of layout.shapes) shape.fillcolor = style(shape.xref === "paper" ? "--band" : "--quiet");
    Object.assign(layout.hoverlabel, { bgcolor: style("--paper"), bordercolor: style("--ink") });
    layout.hoverlabel.font.color = style("--ink");
    layout.width = chart.clientWidth;
    return { data, layout };
  };

  // ---- a view of the figure: what of it is shown, and how closely

  const within = ([start, end]) => {
    const span = Math.max(DAY, Math.min(end - start, whole[1] - whole[0]));
    const left = Math.max(whole[0], Math.min(whole[1] - span, start));
    return [left, left + span];
  };

  const isSame = (one, other) => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) < SECOND;

  // As one zooms in, finer dates come, and labels that had no room before; none stands for a mark out of view.
  const refined = (trace, range) => {
    const zoom = ((whole[1] - whole[0]) / (range[1] - range[0])) * 1.001;
    const { role, grids, labels, zooms } = trace.meta;
    if (grids) {
      const { x, text, textposition } = grids.findLast((grid) => grid.zoom <= zoom);
      if (role === "dates") return { ...trace, x, text, textposition, y: x.map(() => trace.y[0]) };
      return { ...trace, x: x.flatMap((day) => [day, day, null]), y: x.flatMap(() => trace.y.slice(0, 3)) };
    }
    if (!labels) return trace;
    const hasRoom = (n) => zooms[n] !== null && zooms[n] <= zoom;
    const isInView = (n) => range[0] <= instant(trace.x[n]) && instant(trace.x[n]) <= range[1];
    const bare = (n) => labels[n] && `<a href="#${trace.customdata[n]}">\u00a0</a>`; // a link without a word
    return {
      ...trace,
      text: labels.map((label, n) => (!isInView(n) ? "" : hasRoom(n) ? label : bare(n))),
      textposition: trace.textposition.map((place, n) => (hasRoom(n) ? place : "middle center")),
    };
  };

  const draw = async (range) => {
    const now = within(range);
    view = isSame(now, whole) ? null : now;
    const data = figure.data.map((trace) => refined(trace, now));
    const layout = { ...figure.layout, xaxis: { ...figure.layout.xaxis, range: now.map(dated) } };
    await Plotly.react(plot, data, layout, timelineFigures.config);
    name();
    for (const button of buttons) {
      button.setAttribute("aria-disabled", isSame(within(moves[button.dataset.move](now)), now));
    }
  };

  const scaled = ([start, end], factor) => {
    const [middle, half] = [(start + end) / 2, ((end - start) * factor) / 2];
    return [middle - half, middle + half];
  };
  const shifted = ([start, end], share) => [start, end].map((edge) => edge + (end - start) * share);
  const moves = {
    earlier: (range) => shifted(range, -0.5),
    later: (range) => shifted(range, 0.5),
    in: (range) => scaled(range, 0.5),
    out: (range) => scaled(range, 2),
    all: () => whole,
  };

  // ---- the chart in Plotly, and back

  const show = async () => {
    const fit = forced.matches ? undefined : fitting();
    if (!fit) return stand("static");
    figure = dressed(structuredClone(fit));
    whole = extent(figure.layout.meta);
    const reading = document.activeElement?.dataset.event; // the reader's place must not be lost
    const isNew = !plot.data;
    await draw(view ?? whole);
    if (isNew) listen();
    stand("plotly");
    if (reading) plot.querySelector(`[data-event="${CSS.escape(reading)}"]`)?.focus();
  };

  // Which of the two drawings is the chart; the links of the other are not to be found.
  const stand = (mode) => {
    root.dataset.chart = mode;
    if (mode === "static") for (const link of plot.querySelectorAll("[data-event]")) delete link.dataset.event;
    for (const [id, node] of nodes) {
      if (mode === "static") node.dataset.event = id;
      else delete node.dataset.event;
    }
  };

  // Plotly's links are given what those of the drawing have, their address first of all, which Plotly itself
  // would encode anew. The rest of its drawing is no news to a listener.
  const name = () => {
    for (const link of plot.querySelectorAll(".textpoint a")) {
      const id = link.closest(".textpoint").__data__.data;
      for (const given of ["href", "target", "rel", "aria-label"]) link.setAttribute(given, nodes.get(id).getAttribute(given));
      link.removeAttribute("xlink:href");
      link.setAttribute("role", "link");
      link.dataset.event = id;
    }
    for (const mute of plot.querySelectorAll(".shapelayer, .infolayer, .points")) mute.setAttribute("aria-hidden", "true");
  };

  const listen = () => {
    plot.on("plotly_click", ({ points: [point] }) => location.assign(`#${point.customdata}`));
    plot.on("plotly_relayout", () => draw(plot.layout.xaxis.range.map(instant)));
    plot.on("plotly_afterplot", name);
    for (const button of buttons) {
      button.addEventListener("click", () => draw(moves[button.dataset.move](view ?? whole)));
    }
  };

  // ---- the list

  const mark = () => {
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const chosen = document.getElementById(location.hash.slice(1)); // ids are plain ASCII
    if (chosen?.matches("article.event")) chosen.setAttribute("aria-current", "true");
  };

  addEventListener("hashchange", mark);
  mark();

  // ---- when: once the page has been painted and the chart is near; on a phone it never is

  const load = (source) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, onload: done, onerror: failed });
      document.head.append(script);
    });

  const start = () => {
    let frame = 0;
    const again = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(show);
    };
    const follow = () => {
      new ResizeObserver(again).observe(chart);
      dark.addEventListener("change", again);
      forced.addEventListener("change", again);
    };
    const keep = () => {}; // without Plotly the drawing stays, and the page is whole
    Promise.all("__SCRIPTS__".split(" ").map(load)).then(follow, keep);
  };

  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      (window.requestIdleCallback ?? setTimeout)(start);
    },
    { rootMargin: "200px" },
  );

  new PerformanceObserver((_, paints) => {
    paints.disconnect();
    near.observe(chart);
  }).observe({ type: "paint", buffered: true });
})();
