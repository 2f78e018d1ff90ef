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

box.querySelector(".drawing").addEventListener("click", (click) => {
  const node = click.target.closest("[data-of]");
  if (!node || click.target.closest(".label, .wide") || click.ctrlKey || click.metaKey || click.shiftKey) return;
  click.preventDefault();
  choose(node.dataset.of);
});
