// The marks of the chart: each leads to its card, which lies over the chart where there is no room beside it.

let isFromChart = false; // whether a click on the chart has chosen the event

// The card lies on the side where the mark is not.
const open = () => {
  if (root.dataset.mode !== "over") return;
  const mark = linkOf(highlighted())?.getBoundingClientRect();
  root.classList.toggle("left", mark?.left > main.clientWidth / 2);
  root.classList.add("open");
  if (highlighted()) go(highlighted(), "auto");
};
const close = () => {
  if (!root.classList.contains("open")) return;
  root.classList.remove("open");
  linkOf(highlighted())?.focus({ preventScroll: true });
};
document.querySelector(".close").addEventListener("click", close);
addEventListener("keydown", ({ key }) => key === "Escape" && close());
on("walked", open);
on("chosen", (id) => {
  if (!id || root.dataset.mode !== "over") return;
  open();
  if (!isFromChart) return;
  isFromChart = false;
  articles.get(id).tabIndex = -1;
  articles.get(id).focus({ preventScroll: true });
});

// With Ctrl a mark or label opens the source.
box.addEventListener("click", (click) => {
  isFromChart = true;
  const id = click.target.closest("[data-event]")?.dataset.event;
  if (!id || !isPlain(click) || click.defaultPrevented) return;
  click.preventDefault();
  choose(id);
});
box.addEventListener("keydown", (event) => {
  if (event.key !== " " || !isPlain(event) || event.defaultPrevented || chart.keys) return;
  event.target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  event.preventDefault();
});
const nodes = box.querySelectorAll("[data-event]");
for (const node of nodes) node.ariaLabel ??= node.querySelector("text").textContent; // some screen readers do not find it in an SVG
for (const name of ["shown", "matched"]) {
  on(name, () => {
    for (const node of nodes) {
      const isHere = node.dataset.event === highlighted();
      node.classList.toggle("chosen", isHere);
      node.classList.toggle("out", !matching.has(node.dataset.event));
      node.tabIndex = isHere ? 0 : -1; // one stop of the Tab key
    }
  });
}
