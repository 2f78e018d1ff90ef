// Marks that match, are chosen or pointed at, in the SVG and in Plotly; and clicks on the chart.

chart.lanes = new Map(); // id -> the number of its row
for (const node of box.querySelectorAll("[data-event]")) {
  node.dataset.of = node.dataset.event;
  chart.lanes.set(node.dataset.event, +/\btrack(\d+)/.exec(node.getAttribute("class"))[1]);
  node.ariaLabel ??= node.querySelector("text").textContent; // some screen readers do not find it in an SVG
}

// What is drawn of each event, and what marks it: the classes are changed only where they change.
let parts = new Map();
let now = { out: new Set(), chosen: null, pointed: null, stop: null };
const each = (id, change) => parts.get(id)?.forEach(change);
const move = (name, id) => {
  if (now[name] === id) return;
  each(now[name], (part) => part.classList.remove(name));
  each(id, (part) => part.classList.add(name));
  now[name] = id;
};

// The chart is one stop of the Tab key: the event that has or had the focus, or else one that is there.
let last = null;
const linkIn = (part) => (part.matches("a") ? part : part.querySelector("a"));
// Plotly has no link for what is out of view; the drawing may show one at other widths only.
const hasLink = (id) => parts.get(id)?.some((part) => linkIn(part) && (!part.matches(".on") || part.checkVisibility()));
const setStop = () => {
  const id = [last, highlighted(), ...order].find((each) => matching.has(each) && hasLink(each));
  if (now.stop === id) return;
  for (const [other, value] of [[now.stop, -1], [id, 0]]) {
    each(other, (part) => {
      const link = linkIn(part);
      if (link) link.tabIndex = value;
    });
  }
  now.stop = id;
};
const setOut = () => {
  for (const id of parts.keys()) {
    const isOut = !matching.has(id);
    if (isOut === now.out.has(id)) continue;
    now.out[isOut ? "add" : "delete"](id);
    each(id, (part) => part.classList.toggle("out", isOut));
  }
};
const highlight = () => {
  setOut();
  move("chosen", highlighted() ?? null);
  setStop();
};
// After the chart has been drawn anew, or the other chart is shown: only what is visible is marked.
const refresh = () => {
  const { pointed } = now;
  parts = new Map();
  now = { out: new Set(), chosen: null, pointed: null, stop: null };
  for (const part of document.querySelectorAll(`:is(.sky, ${isLive() ? ".plot" : ".drawing"}) [data-of]`)) {
    const { of } = part.dataset;
    parts.set(of, [...(parts.get(of) ?? []), part]);
    part.classList.remove("out", "chosen", "pointed");
    const link = linkIn(part);
    if (link) link.tabIndex = -1;
  }
  highlight();
  move("pointed", pointed);
};

for (const name of ["matched", "chosen", "shown"]) on(name, () => afterPaint(highlight));
for (const name of ["drawn", "stilled"]) on(name, refresh);
on("pointed", (id) => move("pointed", id));
box.addEventListener("focusin", ({ target }) => {
  last = target.dataset.event ?? last;
  setStop();
});
refresh();

// A click on a label or near a mark is for its event. With Ctrl or ⌘ a label leads to the source.
const NEAR = 16; // px
const drawnMarks = () => box.querySelectorAll(isLive() ? ".plot :is(.marks .point, .bar path, .soft path)" : ".dot, .bar, .soft");
const MARK = ".point, .bar path, .soft path, .dot, .bar, .soft";
chart.markOf = (id) => {
  const found = parts.get(id)?.flatMap((part) => [...(part.matches(MARK) ? [part] : []), ...part.querySelectorAll(MARK)]) ?? [];
  return found.find((mark) => mark.checkVisibility({ visibilityProperty: true }) && mark.getBoundingClientRect().width);
};
const nearest = ({ clientX, clientY }) => {
  const marks = [...drawnMarks()].map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
    return [bottom > top || right > left ? away : NEAR, mark.closest("[data-of]")];
  });
  return marks.sort(([one], [other]) => one - other).find(([away]) => away < NEAR)?.[1].dataset.of;
};
// The event whose label was clicked, also below what Plotly lays over it, or whose link was followed by a key.
const labelled = ({ target, clientX, clientY }) => {
  const hit = [target, ...document.elementsFromPoint(clientX, clientY)].filter((part) => box.contains(part));
  return hit.find((part) => part.closest("text, a"))?.closest("[data-of]")?.dataset.of;
};
box.addEventListener("click", (click) => {
  const id = isPlain(click) && !click.defaultPrevented && (labelled(click) ?? nearest(click));
  if (!id) return;
  click.preventDefault();
  chart.pick(id);
});
