// Plotly takes the place of the drawn chart: same box, same places, once the page has been painted.
const box = document.querySelector(".chart");
const chart = (() => {
  const plot = document.getElementById("tl-plot");
  const drawing = box.querySelector(".drawing");
  const part = document.querySelector(".overview .window");
  const nodes = new Map(Array.from(drawing.querySelectorAll("[data-event]"), (node) => [node.dataset.event, node]));
  const buttons = [...document.querySelectorAll("[data-move]")];
  const forced = matchMedia("(forced-colors: active)");
  const WHOLE = [0, 1];
  const DAY = 864e5;
  const [FIRST, LAST] = [-621355968e5, Date.UTC(9999, 11, 31, 23, 59)];

  let figure = null; // what Plotly draws, as wide as the page
  let edges = null; // the instants (ms) at the edges of the plot when all is shown; the later one first if time runs left
  let view = WHOLE; // what is shown, in shares of that

  // ---- a figure for this page: the widest for which there is room; none on a phone, where the list stands alone

  const fitting = () => timelineFigures.figures.findLast(({ from }) => from <= box.clientWidth);

  // Dates go to and from Plotly as text: a bare number it takes for an instant in the reader's own zone.
  const instant = (text) => Date.parse(text.includes(" ") ? `${text.replace(" ", "T")}Z` : text);
  const dated = (ms) => new Date(Math.min(LAST, Math.max(FIRST, ms))).toISOString().replace("T", " ").slice(0, -1);
  const dateAt = (share) => dated(edges[0] + share * (edges[1] - edges[0]));
  const shareOf = (text) => (instant(text) - edges[0]) / (edges[1] - edges[0]);

  // The plot reaches a little beyond its first and last day, by so many px at any width.
  const extent = ({ left, right, bleed, first, last }) => {
    const [start, end] = [instant(first), instant(last)];
    const perPixel = (end - start) / (box.clientWidth - left - right);
    return [start - bleed * perPixel, end + right * perPixel];
  };

  // ---- a view of the figure: what of it is shown, and how closely

  const zoom = ([start, end] = view) => 1.001 / (end - start);
  const isSame = (one, other) => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) < 1e-6;
  const within = ([start, end]) => {
    const wide = Math.min(1, Math.max(DAY / Math.abs(edges[1] - edges[0]), end - start));
    const left = Math.max(0, Math.min(1 - wide, (start + end - wide) / 2));
    return [left, left + wide];
  };

  // As one zooms in, finer dates come, and labels that had no room before; none stands for a mark out of view.
  const refined = (trace) => {
    const { role, grids, labels, zooms } = trace.meta;
    if (grids) {
      const { x, text, textposition } = grids.findLast((grid) => grid.zoom <= zoom());
      if (role === "dates") return { ...trace, x, text, textposition, y: x.map(() => trace.y[0]) };
      return { ...trace, x: x.flatMap((day) => [day, day, null]), y: x.flatMap(() => trace.y.slice(0, 3)) };
    }
    if (!labels) return trace;
    const hasRoom = (n) => zooms[n] !== null && zooms[n] <= zoom();
    const isInView = (n) => view[0] <= shareOf(trace.x[n]) && shareOf(trace.x[n]) <= view[1];
    const bare = (n) => labels[n] && `<a href="#${trace.customdata[n]}">\u00a0</a>`; // a link without a word
    return {
      ...trace,
      text: labels.map((label, n) => (!isInView(n) ? "" : hasRoom(n) ? label : bare(n))),
      textposition: trace.textposition.map((place, n) => (hasRoom(n) ? place : "middle center")),
    };
  };

  const draw = async () => {
    const reading = document.activeElement?.dataset.event; // the reader's place must not be lost
    const data = figure.data.map(refined);
    const layout = { ...figure.layout, xaxis: { ...figure.layout.xaxis, range: view.map(dateAt) } };
    preview.end();
    await Plotly.react(plot, data, layout, timelineFigures.config);
    name();
    for (const button of buttons) {
      button.setAttribute("aria-disabled", isSame(within(moves[button.dataset.move]()), view));
    }
    if (reading) link(reading)?.focus({ preventScroll: true });
  };

  // Where the view is within the whole. Shares of the plot proper, which leaves out what is beyond its first and last day.
  const proper = () => [shareOf(figure.layout.meta.first), shareOf(figure.layout.meta.last)];
  const situate = () => {
    const [start, end] = proper();
    const [left, right] = view.map((share) => Math.min(1, Math.max(0, (share - start) / (end - start))));
    part.setAttribute("x", `${left * 100}%`);
    part.setAttribute("width", `${(right - left) * 100}%`);
    part.parentElement.toggleAttribute("data-part", !isSame(view, WHOLE));
  };

  const show = (range) => {
    view = within(range);
    situate();
    return draw();
  };

  const scaled = (factor) => view.map((edge) => (view[0] + view[1]) / 2 + (edge - (view[0] + view[1]) / 2) * factor);
  const shifted = (share) => view.map((edge) => edge + (view[1] - view[0]) * share);
  const around = (share) => shifted((proper()[0] + share * (proper()[1] - proper()[0]) - (view[0] + view[1]) / 2) / (view[1] - view[0]));
  const moves = {
    left: () => shifted(-0.5),
    right: () => shifted(0.5),
    in: () => scaled(0.5),
    out: () => scaled(2),
    all: () => WHOLE,
  };

  // ---- while a hand moves the chart: what is drawn is shifted, which is quick; Plotly draws when the hand rests

  const preview = (() => {
    let drawn = null; // where everything stands in Plotly's last drawing

    const taken = () => {
      const placed = [];
      for (const point of plot.querySelectorAll(".points .point")) {
        placed.push({ element: point, x: parseFloat(point.getAttribute("transform").slice("translate(".length)) });
      }
      for (const text of plot.querySelectorAll(".textpoint text")) {
        placed.push({ element: text.parentElement, x: +text.getAttribute("x"), zoom: zoomOf(text.parentElement) });
      }
      const { _length: wide, _offset: left } = plot._fullLayout.xaxis;
      const spread = [...plot.querySelectorAll(".scatterlayer .lines, .scatterlayer .fills")].map((element) => [element, 0]);
      for (const era of plot.querySelectorAll(".shapelayer .era")) spread.push([era, left]);
      return { wide, view, placed, spread };
    };

    // The zoom from which a label has room.
    const zoomOf = (text) => {
      const point = text.__data__;
      return text.closest(".trace").__data__[0].trace.meta.zooms?.[point.i] ?? 0;
    };

    const shift = (range) => {
      view = within(range);
      situate();
      drawn ??= taken();
      const factor = (drawn.view[1] - drawn.view[0]) / (view[1] - view[0]);
      const offset = ((drawn.view[0] - view[0]) / (view[1] - view[0])) * drawn.wide;
      for (const { element, x, zoom: from } of drawn.placed) {
        element.style.translate = `${x * factor + offset - x}px`;
        if (from) element.style.visibility = from <= zoom() ? "" : "hidden";
      }
      for (const [element, left] of drawn.spread) {
        element.style.transform = `matrix(${factor}, 0, 0, 1, ${offset + left * (1 - factor)}, 0)`;
      }
    };

    const end = () => {
      for (const { element } of drawn?.placed ?? []) element.style.translate = element.style.visibility = "";
      for (const [element] of drawn?.spread ?? []) element.style.transform = "";
      drawn = null;
    };

    return { shift, end };
  })();

  // ---- the chart in Plotly, and back

  const dressUp = async () => {
    const fit = forced.matches ? undefined : fitting();
    if (!fit) return stand("static");
    figure = { data: fit.data, layout: { ...fit.layout, width: box.clientWidth } };
    edges = extent(figure.layout.meta);
    const reading = document.activeElement?.dataset.event;
    const isNew = !plot.data;
    await show(view);
    if (isNew) listen();
    stand("plotly");
    if (reading) link(reading)?.focus();
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
  // would encode anew; and all that it draws gets the names by which the page's style colours it.
  const name = () => {
    for (const link of plot.querySelectorAll(".textpoint a")) {
      const id = link.closest(".textpoint").__data__.data;
      for (const given of ["href", "target", "rel", "aria-label"]) link.setAttribute(given, nodes.get(id).getAttribute(given));
      link.removeAttribute("xlink:href");
      link.setAttribute("role", "link");
      link.dataset.event = id;
    }
    for (const trace of plot.querySelectorAll(".scatterlayer .trace")) {
      const { role, lane, event, hollow } = trace.__data__[0].trace.meta;
      trace.classList.add(role, `ink${lane}`);
      if (event) trace.dataset.of = event;
      for (const drawn of trace.querySelectorAll(".point, .textpoint")) {
        const { data: id, i } = drawn.__data__;
        if (id) drawn.dataset.of = id;
        drawn.classList.toggle("hollow", Boolean(hollow?.[i]));
      }
    }
    plot.querySelectorAll(".annotation-text").forEach((text, lane) => text.classList.add("name", `ink${lane}`));
    for (const shape of plot.querySelectorAll(".shapelayer path")) {
      shape.classList.add(figure.layout.shapes[shape.dataset.index].xref === "x" ? "era" : "band");
    }
    for (const mute of plot.querySelectorAll(".shapelayer, .infolayer, .points")) mute.setAttribute("aria-hidden", "true");
    sort();
  };

  const listen = () => {
    plot.on("plotly_click", ({ points: [point] }) => choose(point.customdata));
    plot.on("plotly_hover", ({ points: [point] }) => tell("pointed", point.customdata));
    plot.on("plotly_unhover", () => tell("pointed", null));
    plot.on("plotly_afterplot", name);
    for (const button of buttons) button.addEventListener("click", () => show(moves[button.dataset.move]()));
  };

  // ---- what the reader asks for, chose and points at, in either drawing

  let pointed = null;
  const sort = () => {
    for (const drawn of document.querySelectorAll("[data-of]")) {
      const { of } = drawn.dataset;
      drawn.classList.toggle("out", !matching.has(of));
      drawn.classList.toggle("chosen", of === chosen());
      drawn.classList.toggle("pointed", of === pointed);
    }
  };

  // The view moved so that the event stands in it, in its middle if it was beyond.
  const reveal = async (id) => {
    if (root.dataset.chart !== "plotly") return;
    const trace = figure.data.find(({ meta, customdata }) => meta.role === "marks" && customdata.includes(id));
    const share = shareOf(trace.x[trace.customdata.indexOf(id)]);
    const isIn = view[0] <= share && share <= view[1];
    if (!isIn) await show(shifted((share - (view[0] + view[1]) / 2) / (view[1] - view[0])));
  };

  hear("matched", sort);
  hear("chosen", (id) => {
    sort();
    if (id) reveal(id);
  });
  hear("pointed", (id) => {
    pointed = id;
    sort();
  });
  // Without Plotly too: the mark leads to the article, the label to the source.
  drawing.addEventListener("click", (click) => {
    if (!click.target.closest(".label, .hit.wide") && !click.ctrlKey && !click.metaKey && !click.shiftKey) {
      const node = click.target.closest("[data-of]");
      if (node) {
        click.preventDefault();
        choose(node.dataset.of);
      }
    }
  });

  const link = (id) => document.querySelector(`a[data-event="${CSS.escape(id)}"]`);

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
      frame = requestAnimationFrame(dressUp);
    };
    const follow = () => {
      new ResizeObserver(again).observe(box);
      forced.addEventListener("change", again);
    };
    const keep = () => {}; // without Plotly the drawing stays, and the page is whole
    Promise.all(scripts.map(load)).then(follow, keep);
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
    near.observe(box);
  }).observe({ type: "paint", buffered: true });

  return { plot, link, reveal, show, within, around, preview: preview.shift, view: () => view, moves };
})();
