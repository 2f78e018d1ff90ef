// What matches, is chosen or pointed at, in either drawing; in ours too a mark leads to its article.

let pointed = null;
const sort = () => {
  for (const drawn of document.querySelectorAll("[data-of]")) {
    const { of } = drawn.dataset;
    drawn.classList.toggle("out", !matching.has(of));
    drawn.classList.toggle("chosen", of === chosen());
    drawn.classList.toggle("pointed", of === pointed);
  }
};

for (const news of ["matched", "chosen", "drawn"]) hear(news, sort);
hear("pointed", (id) => {
  pointed = id;
  sort();
});

// A label is a link to the source; a click beside it means the nearest mark.
const NEAR = 24; // px
const nearest = ({ clientX, clientY }) => {
  const marks = [...box.querySelectorAll(root.dataset.chart === "plotly" ? ".point" : ".dot, .soft")].map((mark) => {
    const { left, top, width, height } = mark.getBoundingClientRect();
    return [width ? Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY) : NEAR, mark.closest("[data-of]")];
  });
  return marks.sort(([one], [other]) => one - other).find(([away]) => away < NEAR)?.[1].dataset.of;
};
box.addEventListener("click", (click) => {
  if (click.target.closest("text") || click.ctrlKey || click.metaKey || click.shiftKey) return;
  const id = nearest(click);
  if (!id) return;
  click.preventDefault();
  choose(id);
});
