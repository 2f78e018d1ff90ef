// Plotly replaces the SVG, in the same box with the same positions.

const plot = document.getElementById("tl-plot");
const drawing = box.querySelector(".drawing");
const nodes = new Map(Array.from(drawing.querySelectorAll("[data-event]"), (node) => [node.dataset.event, node]));
const drawingEdges = document.querySelector(".edges")?.cloneNode(true); // the line below the SVG
const buttons = [...document.querySelectorAll("[data-move]")];
const forced = matchMedia("(forced-colors: active)");
const HOME = [0, 1];
const DAY = 864e5;
const NOTHING = "\u200b"; // Plotly drops an empty text, and may then lose the next one
const [FIRST, LAST] = [new Date(0).setUTCFullYear(-9999, 0, 1), Date.UTC(9999, 11, 31, 23, 59)];

let figure = null; // Plotly's figure at the width of the page
let edges = null; // the instants (ms) at the left and right edge of the part that is shown first
let whole = HOME; // where all of the time begins and ends, as two shares of that part
let marks = []; // where each event begins and ends, as such shares
let isStale = false; // story mode was in front when it would have been drawn
let view = HOME; // the part in view, as two such shares

// Dates are passed to Plotly as text: it reads a number as an instant in the reader's time zone.
const instant = (text) => {
  const [, year, month, day, ...clock] = text.match(/^(-?\d+)-(\d+)-(\d+)(?: (\d+):(\d+):(\d+))?/).map((part) => +(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(...clock);
};
const plotlyDate = (ms) =>
  new Date(Math.min(LAST, Math.max(FIRST, ms))).toISOString().replace(/^-00/, "-").replace("T", " ").slice(0, -1);
const dateAt = (share) => plotlyDate(edges[0] + share * (edges[1] - edges[0]));
const shareAt = (ms) => (ms - edges[0]) / (edges[1] - edges[0]);
const shareOf = (text) => shareAt(instant(text));

// The plot extends a fixed number of px beyond its first and last day, at any width.
const extent = ({ left, right, before, after, first, last }) => {
  const [start, end] = [instant(first), instant(last)];
  const perPixel = (end - start) / (box.clientWidth - left - right);
  return [start - before * perPixel, end + after * perPixel];
};

// The same for all of the time, whose margins at both ends are as wide in px when all of it is in view.
const extentOfAll = ({ left, right, before, after, first, last, whole: [start, end] }) => {
  const share = (px) => ((end - start) * px) / (box.clientWidth - left - right);
  if (start === 0 && end === 1) return HOME;
  return [start - share(before), end + share(after)].map((place) => homeShare({ first, last }, place));
};
const homeShare = ({ first, last }, place) => {
  const ms = instant(first) + place * (instant(last) - instant(first));
  return (ms - edges[0]) / (edges[1] - edges[0]);
};

const zoom = () => 1.001 / (view[1] - view[0]);
const isIn = (share) => view[0] <= share && share <= view[1];
const isSame = (one, other) => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]) < 1e-6 * (one[1] - one[0]);
const away = ([start, end], [left, right]) => Math.max(start - right, left - end); // above 0 for what is out of view
const clamped = (left, width) => {
  const start = Math.max(whole[0], Math.min(whole[1] - width, left));
  return [start, start + width];
};
// The view nearest to that one: not outside of the whole, not too narrow, and with an event in it, so that no
// reader is left with an empty chart.
const within = ([start, end]) => {
  const least = (1e3 * figure.layout.meta.least) / Math.abs(edges[1] - edges[0]);
  const width = Math.min(whole[1] - whole[0], Math.max(least, end - start));
  const range = clamped((start + end - width) / 2, width);
  const isZoom = Math.abs(width - view[1] + view[0]) > 1e-6 * width;
  const rim = width * (isZoom ? 0.1 : 0.01);
  const rims = [range[0] + rim, range[1] - rim];
  let near = marks[0];
  for (const mark of marks) if (away(mark, rims) < away(near, rims)) near = mark;
  if (!(away(near, rims) > 0)) return range;
  const inset = isZoom ? width / 4 : rim;
  return clamped(near[0] > range[1] - rim ? near[0] + inset - width : near[1] - inset, width);
};

// The dates of the part in view, where the figure's own are too far apart.
const finest = (grids) => {
  const own = grids.findLast((grid) => grid.zoom <= zoom());
  const isBeyond = whole !== HOME && own.zoom >= 1 && (view[0] < -0.05 || view[1] > 1.05); // where `own` has no lines
  if (!isBeyond && (zoom() < 1.5 || own.x.filter((x) => isIn(shareOf(x))).length >= 3)) return null;
  const [start, end] = view.map((share) => edges[0] + share * (edges[1] - edges[0])).sort((one, other) => one - other);
  const lines = chart.fineGrid(start, end, box.clientWidth, figure.layout.meta.least < DAY / 1e3 ? 0 : DAY);
  if (!lines.length) return null;
  const side = forward > 0 ? "middle right" : "middle left";
  const spaced = (text) => (forward > 0 ? `\u00a0${text}` : `${text}\u00a0`);
  return {
    x: lines.map(({ ms }) => plotlyDate(ms)),
    y: lines.map(() => own.y[0] ?? 12),
    text: lines.map(({ text }) => spaced(text)),
    alone: lines.map(({ alone }) => spaced(alone)),
    textposition: lines.map(() => side),
  };
};
const dates = () => {
  const { grids } = figure.data.find(({ meta }) => meta.role === "dates").meta;
  return finest(grids) ?? grids.findLast((grid) => grid.zoom <= zoom());
};
const showsHours = () => {
  const { x } = dates();
  return x.length > 1 && Math.abs(instant(x[1]) - instant(x[0])) < DAY;
};

// Zooming in shows finer dates, labels that had no room before, and titles; a mark out of view has no label.
const refined = (trace) => {
  const { grids, labels, zooms, titles, title_zooms: titleZooms, bands, role, from, opacity } = trace.meta;
  const foot = { grid: figure.layout.height, stubs: 7 }[role];
  if (foot) {
    const { x } = dates();
    return { ...trace, x: x.flatMap((at) => [at, at, at]), y: x.flatMap(() => [1, foot, null]) };
  }
  if (role === "minor") return { ...trace, ...grids.findLast((grid) => grid.zoom <= zoom()) };
  if (grids) {
    const { alone, text, ...grid } = dates();
    const places = grid.x.map(shareOf);
    const first = places.findIndex(isIn); // it shows its year if there is room
    const room = (Math.abs(places[first + 1] - places[first]) * zoom() * box.clientWidth) / 8;
    const needed = (alone[first]?.length ?? 0) + 2;
    // Hours show their day, if need be in place of the next hour.
    const takesTwo = room < needed && 2 * room >= needed && alone[first].includes(":");
    const dateText = (label, n) => {
      if (takesTwo && n === first + 1) return NOTHING;
      return n === first && (takesTwo || !(room < needed)) ? alone[n] : label;
    };
    const fits = (label, n) => {
      const [start, end] = grid.textposition[n] === "middle right" ? [places[n], view[1]] : [view[0], places[n]];
      return isIn(places[n]) && (end - start) * zoom() * box.clientWidth >= 6 * label.length; // else its edge cuts it
    };
    return { ...trace, ...grid, text: text.map((label, n) => (fits(label, n) ? dateText(label, n) : NOTHING)) };
  }
  if (opacity) return { ...trace, opacity: from && from <= zoom() ? opacity : 0 };
  if (!labels) return trace;
  const hasRoom = (n) => zooms[n] !== null && zooms[n] <= zoom();
  const roomAt = (n) => {
    const place = shareOf(trace.x[n]);
    const room = trace.textposition[n] === "middle right" ? view[1] - place : place - view[0];
    const { width, margin } = figure.layout;
    return room * zoom() * (width - margin.l - margin.r); // px to the edge that would cut the text
  };
  const widthOf = (link) => (link.includes("<b>") ? 8 : 6.5) * link.replace(/<[^>]*>/g, "").length; // roughly, in px
  const isCut = (text, n) => !isSame(view, HOME) && roomAt(n) < widthOf(text);
  const grown = (n) => (titles?.[n] && titleZooms[n] <= zoom() && !isCut(titles[n], n) ? titles[n] : labels[n]);
  const band = (n) => bands?.[n] && bands[n] <= zoom(); // what was a faded dot is a band now
  const shown = bands ? { marker: { ...trace.marker, opacity: trace.marker.opacity.map((o, n) => (band(n) ? 0 : o)) } } : {};
  const bare = (n) => (role === "notes" ? NOTHING : `<a href="#${trace.customdata[n]}">\u00a0</a>`); // a link without text
  return {
    ...trace,
    ...shown,
    text: labels.map((label, n) => (!label || !isIn(shareOf(trace.x[n])) ? NOTHING : hasRoom(n) && !isCut(labels[n], n) ? grown(n) : bare(n))),
    textposition: trace.textposition.map((place, n) => (hasRoom(n) ? place : "middle center")),
  };
};

const draw = async () => {
  isStale = Boolean(chart.isBehind?.());
  if (isStale) return;
  const focused = document.activeElement?.dataset.event; // redrawing removes the link that has the focus
  const anew = await chart.layOut?.({ figure, view, edges, refined, plotlyDate, isHome: isSame(view, HOME) });
  const data = anew?.data ?? figure.data.map(refined);
  const layout = { ...figure.layout, ...anew?.layout, xaxis: { ...figure.layout.xaxis, range: view.map(dateAt) } };
  count();
  emit("drawing");
  isIdentified = false;
  const begun = performance.now();
  await Plotly.react(plot, data, layout, figure.config);
  chart.cost = performance.now() - begun; // ms
  if (!isIdentified) identify();
  for (const button of buttons) {
    button.setAttribute("aria-disabled", isSame(within(moves[button.dataset.move]()), view));
  }
  if (focused) linkOf(focused)?.focus({ preventScroll: true });
};

// The line below the chart: how many events are out of view, and whose clock the axis shows.
const count = () => {
  const { beyond, clock } = figure.layout.meta;
  const out = [marks.filter(([, end]) => end < view[0]).length, marks.filter(([start]) => start > view[1]).length];
  const [earlier, later] = forward > 0 ? out : out.reverse();
  const [before, after] = forward > 0 ? "◂▸" : "▸◂";
  const texts = [
    ["earlier", earlier && `${before} ${beyond[0].replace("{n}", earlier)}`],
    ["axis-clock", showsHours() && clock],
    ["later", later && `${beyond[1].replace("{n}", later)} ${after}`],
  ];
  const row = document.querySelector(".edges") ?? document.createElement("div");
  row.className = "edges";
  row.replaceChildren(
    ...texts.filter(([, text]) => text).map(([className, textContent]) => Object.assign(document.createElement("p"), { className, textContent })),
  );
  box.after(row);
};

const look = (range) => {
  view = within(range);
  emit("viewed", view.map((share) => (share - whole[0]) / (whole[1] - whole[0])));
};
// Shifts what is drawn at once; Plotly draws it anew after that has been painted.
const show = (range) => {
  chart.preview(range);
  return afterPaint(draw);
};

const middle = () => (view[0] + view[1]) / 2;
const scaled = (factor) => view.map((edge) => middle() + (edge - middle()) * factor);
const shifted = (share) => view.map((edge) => edge + (view[1] - view[0]) * share);
const around = (share) => view.map((edge) => edge + share - middle());
const aroundPart = (part) => around(whole[0] + part * (whole[1] - whole[0]));
// Half a view to the left (-1) or right (1), or as far as the next event if there is none.
const moved = (side) => {
  const next = shifted(side / 2);
  const beyond = marks.map(([start, end]) => (side < 0 ? end - view[0] : view[1] - start)).filter((distance) => distance < 0);
  if (!beyond.length || marks.some((mark) => away(mark, next) <= 0)) return next;
  const nearest = beyond.reduce((one, other) => Math.max(one, other));
  return shifted(side * (-nearest / (view[1] - view[0]) + 0.5));
};
const moves = {
  earlier: () => moved(-forward),
  later: () => moved(forward),
  in: () => scaled(0.5),
  out: () => scaled(2),
  all: () => whole,
};

const go = (move) => isLive() && chart.glide(moves[move]());
const keys = { "+": () => go("in"), "=": () => go("in"), "-": () => go("out"), 0: () => go("all") };

// The figure for that width, if it was made together with this page: one of another build is refused.
const figureOf = (width) => {
  const { digest, figure } = window.timelineFigures?.[width] ?? {};
  return digest === pageData.digest ? figure : undefined;
};

const fit = async () => {
  isStale = Boolean(chart.isBehind?.());
  if (isStale) return;
  const width = forced.matches ? undefined : sceneWidth();
  if (!width) return setMode("static");
  if (!figureOf(width)) await loadFigure(width).catch(() => {});
  if (width !== sceneWidth() || forced.matches) return; // the window has changed since: what is drawn stays
  if (!window.Plotly || !figureOf(width)) return setMode("static");
  if (!((await chart.prepare?.()) ?? true)) return setMode("static");
  const { data, layout, config } = figureOf(width);
  figure = { data, layout: { ...layout, width: box.clientWidth }, config };
  const { meta } = figure.layout;
  edges = extent(meta);
  whole = extentOfAll(meta);
  marks = chart.extents?.(shareAt) ?? meta.events.map((event) => event.map((place) => homeShare(meta, place)));
  const focused = document.activeElement?.dataset.event;
  const isNew = !plot.data;
  look(view);
  await draw();
  if (isStale) return;
  if (isNew) listen();
  setMode("plotly");
  if (focused) linkOf(focused)?.focus();
};

// Makes the SVG ("static") or Plotly the chart; the links of the other are not to be found by `data-event`.
const setMode = (mode) => {
  root.dataset.chart = mode;
  const isStatic = mode === "static";
  if (isStatic) {
    for (const link of plot.querySelectorAll("[data-event]")) delete link.dataset.event;
    document.querySelector(".edges")?.remove();
    if (drawingEdges) box.after(drawingEdges.cloneNode(true));
  }
  for (const [id, node] of nodes) {
    if (isStatic) node.dataset.event = id;
    else delete node.dataset.event;
  }
  emit(isStatic ? "stilled" : "drawn");
};

// Gives Plotly's links the attributes of the SVG's, above all the address, which Plotly encodes anew, and gives
// what it draws the classes by which the page's style colours it.
let isIdentified = false;
const identify = () => {
  isIdentified = true;
  for (const link of plot.querySelectorAll(".textpoint a")) {
    const id = link.closest(".textpoint").__data__.data;
    for (const { name, value } of nodes.get(id)?.attributes ?? []) {
      if (/^(href|target|rel|aria-label)$/.test(name)) link.setAttribute(name, value);
    }
    link.removeAttribute("xlink:href");
    const text = link.textContent.trim();
    if (!nodes.has(id)) {
      link.setAttribute("href", `#${id}`); // it had no mark of its own
      if (articles.has(id) && chart.nameOf) link.setAttribute("aria-label", chart.nameOf(id, text));
    }
    const name = link.getAttribute("aria-label") ?? "";
    if (name && !name.includes(text)) link.setAttribute("aria-label", `${text}, ${name}`); // a name says what is seen
    link.setAttribute("role", "link");
    link.dataset.event = id;
  }
  for (const trace of plot.querySelectorAll(".scatterlayer .trace")) {
    const { role, lane, event, ring, hollow, blur, said } = trace.__data__[0].trace.meta;
    // Plotly takes what is there for another trace.
    if (trace.dataset.role) trace.classList.remove(trace.dataset.role, trace.dataset.lane, "out", "chosen", "pointed");
    [trace.dataset.role, trace.dataset.lane] = [role, `track${lane}`];
    trace.classList.add(role, `track${lane}`);
    if (event) trace.dataset.of = event;
    else delete trace.dataset.of;
    for (const drawn of trace.querySelectorAll(".point, .textpoint")) {
      const { data: id, i } = drawn.__data__;
      if (id && !drawn.matches(".notes .point")) drawn.dataset.of = id;
      drawn.classList.toggle("ring", Boolean(ring?.[i]));
      drawn.classList.toggle("said", Boolean(said?.[i]));
      drawn.classList.toggle("hollow", Boolean(hollow?.[i]));
      drawn.classList.toggle("blur", Boolean(blur?.[i]));
      drawn.ariaHidden = drawn.querySelector("a") ? null : "true"; // "false" would make a group without a name of it
    }
  }
  plot.querySelectorAll(".annotation-text").forEach((text, lane) => text.classList.add("name", `track${lane}`));
  for (const shape of plot.querySelectorAll(".shapelayer path")) {
    shape.classList.add(figure.layout.shapes[shape.dataset.index].name);
  }
  const mute = ["shapelayer", "infolayer", "draglayer", "dates", "eras", "main-svg ~ .main-svg"].map((name) => `.plot .${name}`);
  for (const drawn of document.querySelectorAll(`${mute}, #js-plotly-tester`)) drawn.setAttribute("aria-hidden", "true");
  plot.querySelector(".main-svg").setAttribute("role", "none"); // the figure around it has the name
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
  const isNew = await chart.want?.(id); // it needs a mark of its own
  const trace = figure.data.find(({ meta, customdata }) => meta.role === "marks" && customdata.includes(id));
  const share = trace ? shareOf(trace.x[trace.customdata.indexOf(id)]) : marks[order.indexOf(id)]?.[0]; // without a mark of its own
  if (share === undefined) return;
  if (!isIn(share)) await show(around(share));
  else if (isNew) await afterPaint(draw);
};

on("chosen", async (id) => {
  if (chart.isBehind?.()) return;
  if (isStale) await fit();
  if (id) reveal(id);
});

const start = () => {
  let frame = 0;
  const refit = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fit);
  };
  new ResizeObserver(refit).observe(box);
  forced.addEventListener("change", refit);
};

Object.assign(chart, { plot, start, draw, shareAt, reveal, keys, look, show, within, around, aroundPart, moves, zoom, view: () => view });
