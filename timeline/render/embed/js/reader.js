// Shows one event at a time below the chart; on a phone, which has no chart, all that match, folded.

const field = document.querySelector("[type=search]");
const place = document.querySelector(".walk p");
const steps = [...document.querySelectorAll("[data-step]")];
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); // "elysee" finds "Élysée"
let isWide; // whether there is room for a chart

const found = () => order.filter((id) => matching.has(id));
highlighted = () => (matching.has(chosen()) ? chosen() : found()[0]);

const show = () => {
  const ids = found();
  for (const [id, article] of articles) {
    article.parentElement.hidden = isWide ? id !== highlighted() : !matching.has(id);
    article.ariaCurrent = id === chosen() ? "true" : null;
  }
  const [n, all] = isWide ? [ids.indexOf(highlighted()) + 1, ids.length] : [ids.length, order.length];
  place.textContent = pageData.place.replace("{n}", n).replace("{all}", all);
  for (const step of steps) step.ariaDisabled = !neighbour(+step.dataset.step);
};

const neighbour = (step) => found()[found().indexOf(highlighted()) + step];
for (const step of steps) {
  step.addEventListener("click", () => neighbour(+step.dataset.step) && choose(neighbour(+step.dataset.step)));
}

const fold = () => {
  if (isWide === box.clientWidth > 0) return;
  isWide = box.clientWidth > 0;
  root.classList.toggle("wide", isWide);
  for (const [id, article] of articles) article.querySelector("details").open = isWide || id === chosen();
  show();
};

field.addEventListener("input", () => {
  const terms = plain(field.value).split(/\s+/);
  emit("matched", new Set(order.filter((id) => terms.every((term) => plain(articles.get(id).textContent).includes(term)))));
});
on("matched", show);
on("chosen", (id) => {
  if (id && !matching.has(id)) {
    field.value = ""; // a chosen event that does not match ends the search
    emit("matched", new Set(order));
  }
  if (id) articles.get(id).querySelector("details").open = true;
  show();
});
new ResizeObserver(fold).observe(document.querySelector("ol"));
fold();
