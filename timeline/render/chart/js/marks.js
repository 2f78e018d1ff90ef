// What matches, is chosen or pointed at, in either drawing; and what a click on the chart means.

for (const node of box.querySelectorAll("[data-event]")) {
  node.dataset.of = node.dataset.event;
  node.ariaLabel ??= node.querySelector("text").textContent; // which not every reader finds in a drawing
}

let pointed = null;
const distinguish = () => {
  for (const drawn of document.querySelectorAll("[data-of]")) {
    const { of } = drawn.dataset;
    drawn.classList.toggle("out", !matching.has(of));
    drawn.classList.toggle("chosen", of === shown());
    drawn.classList.toggle("pointed", of === pointed);
    const link = drawn.matches("a") ? drawn : drawn.querySelector("a");
    if (link) link.tabIndex = matching.has(of) ? 0 : -1;
  }
};

for (const news of ["matched", "chosen", "drawn"]) hear(news, distinguish);
hear("pointed", (id) => {
  pointed = id;
  distinguish();
});

// A label is a link to the source; a click beside it means the nearest mark.
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
