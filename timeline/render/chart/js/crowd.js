// Many events: what is in view is laid out anew whenever the reader moves the chart, searches or opens a track. At
// rest the chart is as it was drawn without a script.

const [data, ...labelFiles] = pageData.scripts.slice(2);
const PAD = 6.5; // px above and below the rows of a lane
const EDGE = -2; // px that texts keep from the edges of the plot
const EMPTY = "\u200b"; // Plotly drops an empty text
const SYMBOLS = ["circle", "circle-open", "circle", "square"];
let indices = new Map(); // id -> its place in the order of time

let events = null; // the values of all events, each in an array of its own
let ranks = null; // the events by importance
let rest = null; // what the chart shows at rest
let opened = -1; // the lane that is as high as it needs
let wanted = -1; // the event that must have a mark of its own
let now = { lanes: [], columns: [], ids: new Set() }; // what is drawn

const decode = ({ zero, starts, lengths, ...more }) => {
  let minutes = 0;
  const start = Float64Array.from(starts, (step) => (zero + 60 * (minutes += step)) * 1e3);
  const end = Float64Array.from(lengths, (length, n) => start[n] + 6e4 * length);
  return { ...more, start, end };
};
chart.prepare = async () => {
  try {
    if (!events) {
      await chart.load(data);
      events = decode(window.timelineCrowd);
      ranks = ranked(events);
    }
  } catch {
    // the drawing stays
  }
  return Boolean(events);
};
chart.extents = (share) => Array.from(events.start, (start, n) => [share(start), share(events.end[n])].sort((one, other) => one - other));

// The ids of all events: the page of a long list loads them when they are first needed.
const identified = async () => {
  if (typeof indexed === "function") await indexed().catch(() => {});
  if (indices.size === order.length) return;
  indices = new Map(order.map((id, n) => [id, n]));
  if (order.length === events.lanes.length) events.lanes.forEach((lane, n) => chart.lanes.set(order[n], lane));
};

// The labels come in files, each when one of them is needed.
const labelOf = (n, isTitle) => {
  const found = window.timelineLabels?.[Math.floor(n / events.perFile)]?.[n % events.perFile] ?? "";
  return typeof found === "string" ? found : found[isTitle ? 1 : 0];
};
const loadLabels = (wantedOnes) => {
  const missing = new Set(wantedOnes.filter((n) => !labelOf(n)).map((n) => Math.floor(n / events.perFile)));
  return Promise.all([...missing].map((file) => chart.load(labelFiles[file]).catch(() => {})));
};

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/%\{/g, "%&#123;").replace(/\$/g, "&#36;");
const linkTo = (n, side, isTitle) => {
  const text = escaped(labelOf(n, isTitle));
  const link = `<a href="#${order[n]}" target="_blank">${isKey(events.looks[n]) ? `<b>${text}</b>` : text}</a>`;
  const gap = "\u00a0".repeat(isBar(events.looks[n]) ? 3 : 1);
  return side > 0 ? `${gap}${link}` : `${link}${gap}`;
};

const fonts = ["--labels", "--key-labels"].map((name) => getComputedStyle(root).getPropertyValue(name));
const quiet = (role, lane, more) => ({ type: "scatter", hoverinfo: "skip", showlegend: false, meta: { role, lane, ...more } });
const texts = (role, lane, placed, zoom) => ({
  type: "scatter",
  y: placed.map(({ y }) => y),
  textposition: placed.map(({ side }) => ((side || 1) * forward > 0 ? "middle right" : "middle left")),
  textfont: {
    size: placed.map(({ n }) => (isKey(events.looks[n]) ? 15 : 13)),
    family: placed.map(({ n }) => fonts[+isKey(events.looks[n])]),
  },
  customdata: placed.map(({ n }) => order[n]),
  hovertext: placed.map(({ n }) => `<b>${escaped(labelOf(n, true))}</b>`),
  hovertemplate: "%{hovertext}<extra></extra>",
  showlegend: false,
  meta: { role, lane, zooms: placed.map(() => zoom), said: placed.map(({ n }) => (events.looks[n] & 7) === 2) },
});

// The traces of a lane; `at` is the date of an instant for Plotly.
const tracesOf = ({ placed, columns, ground }, lane, at, zoom) => {
  const found = [];
  for (const [role, parts] of [["stack", ({ full }) => [0, full]], ["faint", ({ full, top }) => [full, top]]]) {
    const shown = columns.filter((column) => parts(column)[1] > parts(column)[0]);
    if (!shown.length) continue;
    found.push({
      ...quiet(role, lane),
      x: shown.flatMap(({ x }) => [at(x), at(x), null]),
      y: shown.flatMap((column) => [ground - parts(column)[0], ground - parts(column)[1] + 1, null]),
      mode: "lines",
      line: { color: "#888", width: CELL - 1, dash: `${CELL - 1}px,1px`, simplify: false },
      opacity: role === "stack" ? 1 : 0.45,
    });
  }
  const long = placed.filter(({ n }) => isBar(events.looks[n]));
  for (const { n, y, side } of long) {
    const isBand = events.looks[n] & 32;
    const [x, barY] = [[at(events.start[n]), at(events.end[n])], y + (side ? 0 : 9)];
    const hollow = events.looks[n] & 8;
    if (isBand) {
      const colorscale = [[0, "#8880"], [0.3, "#888"], [0.7, "#888"], [1, "#8880"]];
      const fill = { fill: "toself", fillgradient: { type: "horizontal", colorscale }, opacity: hollow ? 0.25 : 0.6 };
      found.push({ ...quiet("soft", lane, { event: order[n] }), x: [...x, ...x.toReversed()], y: [-5, -5, 5, 5].map((step) => barY + step), mode: "none", ...fill });
    } else {
      found.push({ ...quiet("bar", lane, { event: order[n] }), x, y: [barY, barY], mode: "lines", line: { color: "#888", width: 5, dash: hollow ? "6px,3px" : "solid" } });
    }
  }
  const marks = texts("marks", lane, placed, zoom);
  const looks = placed.map(({ n }) => events.looks[n]);
  found.push({
    ...marks,
    mode: "markers+text",
    x: placed.map(({ n }) => at(events.start[n])),
    text: placed.map(({ n, side, isTitle }) => (isBar(events.looks[n]) ? EMPTY : linkTo(n, side * forward, isTitle))),
    marker: {
      symbol: looks.map((look) => (look & 8 && SYMBOLS[look & 3] !== "circle-open" ? `${SYMBOLS[look & 3]}-open` : SYMBOLS[look & 3])),
      size: looks.map((look) => 2 * radius(look)),
      opacity: looks.map((look) => (look & 32 ? 0 : 1)),
      color: "#888",
      line: { color: "#fff", width: looks.map((look) => ((look & 3) === 1 && !(look & 8) ? 2.5 : 2)) },
    },
    meta: { ...marks.meta, hollow: looks.map((look) => Boolean(look & 8)), ring: looks.map((look) => (look & 3) === 1) },
  });
  if (long.length) {
    const labels = texts("labels", lane, long, zoom);
    found.push({ ...labels, mode: "text", x: long.map(({ label }) => at(label)), text: long.map(({ n, side, isTitle }) => linkTo(n, (side || 1) * forward, isTitle)) });
  }
  return found;
};

// Where the lanes are, one below the other; what they leave of the height is shared out.
const standing = (lanes, { top, bottom, around, row }) => {
  const over = Math.max(0, bottom - top - lanes.reduce((sum, { height }) => sum + height, 0)) / lanes.length;
  let at = top;
  return lanes.map((lane) => {
    const [begin, end] = [at, at + lane.height + over];
    at = end;
    const firstRow = begin + around - PAD;
    return { ...lane, top: begin, bottom: end, ground: end - PAD, placed: lane.placed.map((each) => ({ ...each, y: firstRow + (each.row + 0.5) * row })) };
  });
};

// What Plotly draws for that view; null for the chart at rest.
chart.layOut = async ({ figure, view, edges, refined, plotlyDate, isHome }) => {
  const { crowd } = figure.layout.meta;
  const columnsAtRest = crowd.columns.map(([lane, first, last, members, event, y, top]) => ({ lane, first, last, members, event, y, top, x: (first + last) / 2 }));
  rest = { lanes: crowd.lanes, columns: columnsAtRest, ids: new Set(figure.data.filter(({ meta }) => meta.role === "marks").flatMap(({ customdata }) => customdata)) };
  const isRest = isHome && matching.size === order.length && opened < 0 && !(wanted >= 0 || chosen());
  if (!isRest) await identified();
  const first = wanted < 0 ? (indices.get(chosen()) ?? -1) : wanted;
  if (isHome && matching.size === order.length && opened < 0 && (first < 0 || rest.ids.has(order[first]))) {
    now = { ...rest, at: null };
    return null;
  }
  const [from, to] = view.map((share) => edges[0] + share * (edges[1] - edges[0])).sort((one, other) => one - other);
  const { margin, width } = figure.layout;
  const room = crowd.bottom - crowd.top;
  const packed = pack({
    ...{ events, ranks, from, to, room, opened, around: crowd.around, row: crowd.row, lanes: crowd.lanes.length, first },
    width: width - margin.l - margin.r,
    margin: EDGE,
    matches: (n) => matching.has(order[n]),
    hasHours: figure.layout.meta.least < 86400,
  });
  const lanes = standing(packed.lanes, crowd);
  await loadLabels(lanes.flatMap(({ placed }) => placed.map(({ n }) => n)));
  const zoom = (0.99 * (edges[1] - edges[0])) / (forward * (to - from)); // from which on the labels have room
  for (const lane of lanes) {
    for (const column of lane.columns) column.x = Math.min(to, Math.max(from, (column.first + column.last) / 2));
    for (const each of lane.placed) each.label = each.side > 0 ? events.end[each.n] : each.side < 0 ? events.start[each.n] : Math.max(from, events.start[each.n]);
  }
  now = {
    lanes: lanes.map(({ top, bottom, columns }) => [top, bottom, columns.length > 0]),
    columns: lanes.flatMap(({ columns, ground }, lane) => columns.map(({ first, last, members, event, top, x }) => ({ lane, first, last, members, event, x, y: ground, top }))),
    ids: new Set(lanes.flatMap(({ placed }) => placed.map(({ n }) => order[n]))),
  };
  const bottoms = lanes.map(({ bottom }) => bottom);
  const { height: low } = figure.layout;
  const height = low + bottoms.at(-1) - crowd.bottom;
  const reaching = (y) => (y === low ? height : y); // what went down to the foot of the chart does so again
  let line = 0;
  return {
    data: [...figure.data.filter(({ meta }) => meta.lane === null && meta.role !== "notes").map(refined).map((trace) => (trace.meta.role === "grid" ? { ...trace, y: trace.y.map(reaching) } : trace)), ...lanes.flatMap((lane, n) => tracesOf(lane, n, plotlyDate, Math.abs(zoom)))],
    layout: {
      height,
      yaxis: { ...figure.layout.yaxis, range: [height, 0] },
      shapes: figure.layout.shapes.map((shape) => (shape.name === "lane" ? { ...shape, y0: bottoms[line] + 0.5, y1: bottoms[line++] + 0.5 } : { ...shape, y1: reaching(shape.y1) })),
      annotations: figure.layout.annotations.map((name, n) => ({ ...name, y: lanes[n].top + crowd.name })),
    },
  };
};

// An event that is chosen gets a mark of its own; true if that is new.
chart.want = async (id) => {
  const isNew = !now.ids.has(id);
  await identified();
  if (isNew) wanted = indices.get(id) ?? -1;
  return isNew;
};
chart.drawn = () => now;
chart.eventsOf = () => events;
chart.indexOf = (id) => indices.get(id);
chart.identified = identified;
chart.openLane = (lane) => {
  opened = opened === lane ? -1 : lane;
  return chart.draw();
};
chart.openedLane = () => opened;
on("matched", () => {
  wanted = -1;
  if (isLive()) chart.glide(chart.view());
});
on("drawn", () => {
  if (!isLive()) return;
  const drawing = box.querySelector(".drawing"); // it makes the box as high as the chart
  drawing.style.height = opened < 0 ? "" : `${chart.plot._fullLayout.height}px`;
});
on("stilled", () => box.querySelector(".drawing").style.removeProperty("height"));
