// Plotly replaces the SVG, in the same box with the same positions.

const plot = document.getElementById("tl-plot");
const drawing = box.querySelector(".drawing");
const nodes = new Map(Array.from(drawing.querySelectorAll("[data-event]"), (node) => [node.dataset.event, node]));
const buttons = [...document.querySelectorAll("[data-move]")];
const forced = matchMedia("(forced-colors: active)");
const WHOLE = [0, 1];
const DAY = 864e5;
const NOTHING = "\u200b"; // Plotly drops an empty text, and may then lose the next one
const [FIRST, LAST] = [Date.UTC(-9999, 0), Date.UTC(9999, 11, 31, 23, 59)];

let figure = null; // Plotly's figure at the width of the page
let edges = null; // the instants (ms) at the left and right edge when the whole is in view
let view = WHOLE; // the part in view, as two shares of that

// Dates are passed to Plotly as text: it reads a number as an instant in the reader's time zone.
// JavaScript writes a year before the year 0 with six digits, Plotly with four.
const instant = (text) => {
  const iso = text.replace(/^-/, "-00");
  return Date.parse(iso.includes(" ") ? `${iso.replace(" ", "T")}Z` : iso);
};
const plotlyDate = (ms) => new Date(Math.min(LAST, Math.max(FIRST, ms))).toISOString().replace(/^-00/, "-").replace("T", " ").slice(0, -1);
const dateAt = (share) => plotlyDate(edges[0] + share * (edges[1] - edges[0]));
const shareOf = (text) => (instant(text) - edges[0]) / (edges[1] - edges[0]);

// The plot extends a fixed number of px beyond its first and last day, at any width.
const extent = ({ left, right, before, after, first, last }) => {
  const [start, end] = [instant(first), instant(last)];
  const perPixel = (end - start) / (box.clientWidth - left - right);
  return [start - before * perPixel, end + after * perPixel];
};

const zoom = () => 1.001 / (view[1] - view[0]);
const isIn = (share) => view[0] <= share && share <= view[1];
const isSame = (one, other) => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) < 1e-6;
const within = ([start, end]) => {
  const width = Math.min(1, Math.max(DAY / Math.abs(edges[1] - edges[0]), end - start));
  const left = Math.max(0, Math.min(1 - width, (start + end - width) / 2));
  return [left, left + width];
};

// Zooming in shows finer dates, and labels that had no room before; a mark out of view has no label.
const refined = (trace) => {
  const { grids, labels, zooms } = trace.meta;
  if (grids) {
    const { alone, text, ...grid } = grids.findLast((grid) => grid.zoom <= zoom());
    if (!alone) return { ...trace, ...grid };
    const places = grid.x.map(shareOf);
    const first = places.findIndex(isIn); // it shows its year if there is room
    const room = (Math.abs(places[first + 1] - places[first]) * zoom() * box.clientWidth) / 8;
    const dateText = (label, n) => (n === first && !(room < alone[n].length + 2) ? alone[n] : label);
    return { ...trace, ...grid, text: text.map((label, n) => (isIn(places[n]) ? dateText(label, n) : NOTHING)) };
  }
  if (!labels) return trace;
  const hasRoom = (n) => zooms[n] !== null && zooms[n] <= zoom();
  const bare = (n) => `<a href="#${trace.customdata[n]}">\u00a0</a>`; // a link without text
  return {
    ...trace,
    text: labels.map((label, n) => (!label || !isIn(shareOf(trace.x[n])) ? NOTHING : hasRoom(n) ? label : bare(n))),
    textposition: trace.textposition.map((place, n) => (hasRoom(n) ? place : "middle center")),
  };
};

const draw = async () => {
  const focused = document.activeElement?.dataset.event; // redrawing removes the link that has the focus
  const data = figure.data.map(refined);
  const layout = { ...figure.layout, xaxis: { ...figure.layout.xaxis, range: view.map(dateAt) } };
  emit("drawing");
  await Plotly.react(plot, data, layout, figure.config);
  identify();
  for (const button of buttons) {
    button.setAttribute("aria-disabled", isSame(within(moves[button.dataset.move]()), view));
  }
  if (focused) linkOf(focused)?.focus({ preventScroll: true });
};

const look = (range) => {
  view = within(range);
  emit("viewed", view);
};
const show = (range) => {
  look(range);
  return draw();
};

const middle = () => (view[0] + view[1]) / 2;
const scaled = (factor) => view.map((edge) => middle() + (edge - middle()) * factor);
const shifted = (share) => view.map((edge) => edge + (view[1] - view[0]) * share);
const around = (share) => view.map((edge) => edge + share - middle());
const moves = {
  earlier: () => shifted(-0.5 * forward),
  later: () => shifted(0.5 * forward),
  in: () => scaled(0.5),
  out: () => scaled(2),
  all: () => WHOLE,
};

const go = (move) => isLive() && show(moves[move]());
const keys = { "+": () => go("in"), "=": () => go("in"), "-": () => go("out"), 0: () => go("all") };

const fit = async () => {
  const width = forced.matches ? undefined : sceneWidth();
  if (!width) return setMode("static");
  if (!timelineFigures[width]) await loadFigure(width).catch(() => {});
  const isLate = width !== sceneWidth() || forced.matches; // the window has changed since
  if (isLate || !timelineFigures[width]) return; // what is drawn stays
  const { data, layout, config } = timelineFigures[width];
  figure = { data, layout: { ...layout, width: box.clientWidth }, config };
  edges = extent(figure.layout.meta);
  const focused = document.activeElement?.dataset.event;
  const isNew = !plot.data;
  await show(view);
  if (isNew) listen();
  setMode("plotly");
  if (focused) linkOf(focused)?.focus();
};

// Makes the SVG ("static") or Plotly the chart; the links of the other are not to be found by `data-event`.
const setMode = (mode) => {
  root.dataset.chart = mode;
  const isStatic = mode === "static";
  if (isStatic) for (const link of plot.querySelectorAll("[data-event]")) delete link.dataset.event;
  for (const [id, node] of nodes) {
    if (isStatic) node.dataset.event = id;
    else delete node.dataset.event;
  }
};

// Gives Plotly's links the attributes of the SVG's, above all the address, which Plotly encodes anew, and gives
// what it draws the classes by which the page's style colours it.
const identify = () => {
  for (const link of plot.querySelectorAll(".textpoint a")) {
    const id = link.closest(".textpoint").__data__.data;
    for (const { name, value } of nodes.get(id).attributes) {
      if (/^(href|target|rel|aria-label)$/.test(name)) link.setAttribute(name, value);
    }
    link.removeAttribute("xlink:href");
    link.setAttribute("role", "link");
    link.dataset.event = id;
  }
  for (const trace of plot.querySelectorAll(".scatterlayer .trace")) {
    const { role, lane, event, hollow } = trace.__data__[0].trace.meta;
    trace.classList.add(role, `track${lane}`);
    if (event) trace.dataset.of = event;
    for (const drawn of trace.querySelectorAll(".point, .textpoint")) {
      const { data: id, i } = drawn.__data__;
      if (id) drawn.dataset.of = id;
      drawn.classList.toggle("hollow", Boolean(hollow?.[i]));
      drawn.setAttribute("aria-hidden", !drawn.querySelector("a"));
    }
  }
  plot.querySelectorAll(".annotation-text").forEach((text, lane) => text.classList.add("name", `track${lane}`));
  for (const shape of plot.querySelectorAll(".shapelayer path")) {
    shape.classList.add(figure.layout.shapes[shape.dataset.index].xref === "x" ? "era" : "band");
  }
  const mute = ".shapelayer, .infolayer, .dates, .eras, .main-svg ~ .main-svg";
  for (const drawn of plot.querySelectorAll(mute)) drawn.setAttribute("aria-hidden", "true");
  plot.querySelector(".main-svg").setAttribute("role", "group");
  emit("drawn");
};

const listen = () => {
  plot.on("plotly_hover", ({ points: [point] }) => emit("pointed", point.customdata));
  plot.on("plotly_unhover", () => emit("pointed", null));
  plot.on("plotly_afterplot", identify);
  for (const button of buttons) button.addEventListener("click", () => go(button.dataset.move));
};

// Moves an event that is out of view to the middle.
const reveal = async (id) => {
  if (!isLive()) return;
  const trace = figure.data.find(({ meta, customdata }) => meta.role === "marks" && customdata.includes(id));
  const share = shareOf(trace.x[trace.customdata.indexOf(id)]);
  if (!isIn(share)) await show(around(share));
};

on("chosen", (id) => id && reveal(id));

const start = () => {
  let frame = 0;
  const refit = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  };
  new ResizeObserver(refit).observe(box);
  forced.addEventListener("change", refit);
};

Object.assign(chart, { plot, start, reveal, keys, look, show, within, around, moves, zoom, view: () => view });
