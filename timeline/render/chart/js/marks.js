// Marks that match, are chosen or pointed at, in the SVG and in Plotly; and clicks on the chart.

for (const node of box.querySelectorAll("[data-event]")) {
  node.dataset.of = node.dataset.event;
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
    if (link) link.tabIndex = matching.has(of) ? 0 : -1;
  }
};

for (const name of ["matched", "chosen", "drawn"]) on(name, highlight);
on("pointed", (id) => {
  pointed = id;
  highlight();
});

// A label links to the source; any other click chooses the nearest mark.
const NEAR = 16; // px
const nearest = ({ clientX, clientY }) => {
  const drawn = isLive() ? ".plot :is(.point, .bar path, .soft path)" : ".dot, .bar, .soft";
  const marks = [...box.querySelectorAll(drawn)].map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const away = Math.hypot(Math.max(left - clientX, 0, clientX - right), Math.max(top - clientY, 0, clientY - bottom));
    return [bottom > top || right > left ? away : NEAR, mark.closest("[data-of]")];
  });
  return marks.sort(([one], [other]) => one - other).find(([away]) => away < NEAR)?.[1].dataset.of;
};
box.addEventListener("click", (click) => {
  const id = isPlain(click) && !click.target.closest("text") && nearest(click);
  if (!id) return;
  click.preventDefault();
  choose(id);
});
