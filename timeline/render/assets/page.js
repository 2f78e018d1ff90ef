// Plotly takes the place of the drawn chart: same box, same places, once the page has been painted.
"use strict";
(() => {
  const root = document.documentElement;
  const chart = document.querySelector(".chart");
  const plot = document.getElementById("tl-plot");
  const drawing = chart.querySelector(".line");
  const nodes = new Map(Array.from(drawing.querySelectorAll("[data-event]"), (node) => [node.dataset.event, node]));
  const DAY = 864e5;
  let shown = null; // the figure in the chart, of those in timelineFigures
  let whole = null; // its full extent: two instants in ms

  // ---- choosing and dressing a figure

  // The widest scene that the chart has room for; none on a phone, where the list stands alone.
  const fitting = () =>
    chart.clientWidth ? timelineFigures.figures.findLast(({ from }) => from <= chart.clientWidth) : undefined;

  const instant = (text) => Date.parse(`${text.replace(" ", "T")}Z`);

  // The plot reaches a little beyond its first and last day, by so many px at any width.
  const extent = ({ left, right, bleed, first, last }) => {
    const [start, end] = [instant(first), instant(last)];
    const perPixel = (end - start) / (chart.clientWidth - left - right);
    return [start - bleed * perPixel, end + right * perPixel];
  };

  const style = (name, element = root) => getComputedStyle(element).getPropertyValue(name).trim();

  // A copy of the figure at the chart's width, in the colours of the page as it looks now.
  const dressed = (figure) => {
    const { data, layout } = structuredClone(figure);
    const ink = style("--ink");
    const track = (lane) => style("--track", drawing.querySelector(`.name.ink${lane}`));
    const dress = {
      grid: (trace) => (trace.line.color = style("--rule")),
      dates: (trace) => (trace.textfont.color = style("--quiet")),
      bar: (trace, colour) => (trace.line.color = colour),
      soft: (trace, colour) =>
        (trace.fillgradient.colorscale = [[0, `${colour}00`], [0.3, colour], [0.7, colour], [1, `${colour}00`]]),
      labels: (trace) => (trace.textfont.color = ink),
      marks: (trace, colour) => {
        trace.textfont.color = ink;
        trace.marker.line.color = style("--outline");
        trace.marker.color = colour;
      },
    };
    for (const trace of data) dress[trace.meta.role](trace, trace.meta.lane !== null && track(trace.meta.lane));
    layout.annotations.forEach((name, lane) => (name.font.color = track(lane)));
    for (const shape of layout.shapes) {
      shape.fillcolor = style(shape.label ? "--quiet" : "--band");
      if (shape.label) shape.label.font.color = style("--quiet");
    }
    Object.assign(layout.hoverlabel, { bgcolor: style("--paper"), bordercolor: ink });
    layout.hoverlabel.font.color = ink;
    layout.width = chart.clientWidth;
    const [minallowed, maxallowed] = extent(layout.meta);
    Object.assign(layout.xaxis, { range: [minallowed, maxallowed], minallowed, maxallowed });
    return { data, layout };
  };

  // ---- the chart in Plotly

  const show = async () => {
    const figure = fitting();
    if (!figure) return stand("static");
    const { data, layout } = dressed(figure);
    await Plotly.react(plot, data, layout, timelineFigures.config);
    if (!shown) listen();
    shown = figure;
    whole = layout.xaxis.range;
    name();
    stand("plotly");
  };

  // Which of the two drawings is the chart; the links of the other are not to be found.
  const stand = (mode) => {
    root.dataset.chart = mode;
    for (const [id, node] of nodes) {
      if (mode === "static") node.dataset.event = id;
      else delete node.dataset.event;
    }
  };

  // Plotly's links are given what those of the drawing have.
  const name = () => {
    for (const link of plot.querySelectorAll(".textpoint a")) {
      const id = link.closest(".textpoint").__data__.data;
      link.dataset.event = id;
      link.setAttribute("rel", "noopener noreferrer");
      link.setAttribute("aria-label", nodes.get(id).getAttribute("aria-label"));
    }
  };

  const listen = () => {
    plot.on("plotly_click", ({ points: [point] }) => (location.hash = point.customdata));
    plot.on("plotly_relayout", refine);
    plot.on("plotly_afterplot", name);
  };

  const range = () => plot.layout.xaxis.range.map((end) => (typeof end === "string" ? instant(end) : end));

  // As one zooms in, labels that had no room at full extent come, and finer dates.
  const refine = () => {
    const [start, end] = range();
    const zoom = ((whole[1] - whole[0]) / (end - start)) * 1.001;
    const [lines, dates] = plot.data;
    const { x, text, textposition } = lines.meta.grids.findLast((grid) => grid.zoom <= zoom);
    if (x.length !== dates.x.length) {
      const ends = [lines.y.slice(0, 3), dates.y[0]];
      const threefold = x.flatMap((day) => [day, day, null]);
      Plotly.restyle(plot, { x: [threefold], y: [x.flatMap(() => ends[0])] }, [0]);
      Plotly.restyle(plot, { x: [x], y: [x.map(() => ends[1])], text: [text], textposition: [textposition] }, [1]);
    }
    plot.data.forEach(({ meta, text }, number) => {
      if (!meta.labels) return;
      const wanted = meta.labels.map((words, n) => (meta.zooms[n] !== null && meta.zooms[n] <= zoom ? words : ""));
      if (wanted.some((words, n) => words !== text[n])) Plotly.restyle(plot, { text: [wanted] }, [number]);
    });
  };

  const view = {
    in: ([start, end]) => zoomed(start, end, 0.5),
    out: ([start, end]) => zoomed(start, end, 2),
    whole: () => whole,
  };

  // The view about its middle, no narrower than a day and never beyond the whole.
  const zoomed = (start, end, factor) => {
    const half = (Math.max(DAY, Math.min(whole[1] - whole[0], (end - start) * factor)) / 2);
    const middle = Math.max(whole[0] + half, Math.min(whole[1] - half, (start + end) / 2));
    return [middle - half, middle + half];
  };

  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => Plotly.relayout(plot, { "xaxis.range": view[button.dataset.view](range()) }));
  }

  // ---- the list

  const mark = () => {
    document.querySelector("[aria-current]")?.removeAttribute("aria-current");
    document.querySelector("article:target")?.setAttribute("aria-current", "true");
  };

  addEventListener("hashchange", mark);
  mark();

  // ---- when

  const load = (source) =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: source, onload: done, onerror: failed });
      document.head.append(script);
    });

  const idle = window.requestIdleCallback ?? setTimeout;

  const start = () => {
    let frame = 0;
    const again = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(show);
    };
    Promise.all("__SCRIPTS__".split(" ").map(load)).then(() => {
      new ResizeObserver(again).observe(chart);
      matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    }, () => {}); // without Plotly the drawing stays, and loses nothing that the page needs
  };

  // Once the page has been painted and the chart is near: on a phone it never is.
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    idle(start);
  }, { rootMargin: "200px" });
  if (document.readyState === "complete") near.observe(chart);
  else addEventListener("load", () => near.observe(chart));
})();
