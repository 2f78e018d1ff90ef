// Marks that match, are chosen or pointed at, in the SVG and in Plotly; and clicks on the chart.

chart.lanes = new Map(); // id -> the number of its row
for (const node of box.querySelectorAll("[data-event]")) {
  node.dataset.of = node.dataset.event;
  chart.lanes.set(node.dataset.event, +/\btrack(\d+)/.exec(node.getAttribute("class"))[1]);
  node.ariaLabel ??= node.querySelector("text").textContent; // some screen readers do not find it in an SVG
}

let pointed = null;
const highlight = () => {
  for (const drawn of document.querySelectorAll("[data-of]")) {
    const { of } = drawn.dataset;
    drawn.classList.toggle("out", !matching.has(of));
    drawn.classList.toggle("chosen", of === highlighted());
    drawn.classList.toggle("pointed", of === pointed);
    const link = drawn.matches("a") ? drawn : drawn.querySelector("a");
    if (link) link.tabIndex = of === entry() ? 0 : -1;
  }
};

// The chart is one stop of the Tab key: the event that had the focus last, or else the first that matches.
let last = null;
const entry = () => (matching.has(last) ? last : order.find((id) => matching.has(id)));
box.addEventListener("focusin", ({ target }) => {
  if (!target.dataset.event || target.dataset.event === last) return;
  last = target.dataset.event;
  highlight();
});

for (const name of ["matched", "chosen", "drawn"]) on(name, highlight);
on("pointed", (id) => {
  pointed = id;
  highlight();
});

// A click on a label or near a mark is for its event. With Ctrl or ⌘ a label leads to the source.
const NEAR = 16; // px
const drawnMarks = () => box.querySelectorAll(isLive() ? ".plot :is(.marks .point, .bar path, .soft path)" : ".dot, .bar, .soft");
chart.markOf = (id) => [...drawnMarks()].find((mark) => mark.closest("[data-of]")?.dataset.of === id && mark.getBoundingClientRect().width);
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
  const id = isPlain(click) && (labelled(click) ?? nearest(click));
  if (!id) return;
  click.preventDefault();
  chart.pick(id);
});
