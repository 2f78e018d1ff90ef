// Below the chart stands one event at a time; on a phone, which has no chart, all that match, folded.

const field = document.querySelector("[type=search]");
const place = document.querySelector(".walk p");
const steps = [...document.querySelectorAll("[data-step]")];
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase(); // "elysee" finds "Élysée"
let isWide; // as soon as there is a chart

const found = () => order.filter((id) => matching.has(id));
shown = () => (matching.has(chosen()) ? chosen() : found()[0]);

const show = () => {
  const ids = found();
  for (const [id, article] of articles) {
    article.parentElement.hidden = isWide ? id !== shown() : !matching.has(id);
    article.ariaCurrent = id === chosen() ? "true" : null;
  }
  const [n, all] = isWide ? [ids.indexOf(shown()) + 1, ids.length] : [ids.length, order.length];
  place.textContent = given.place.replace("{n}", n).replace("{all}", all);
  for (const step of steps) step.ariaDisabled = !beside(+step.dataset.step);
};

const beside = (step) => found()[found().indexOf(shown()) + step];
for (const step of steps) {
  step.addEventListener("click", () => beside(+step.dataset.step) && choose(beside(+step.dataset.step)));
}

const fold = () => {
  if (isWide === box.clientWidth > 0) return;
  isWide = box.clientWidth > 0;
  root.classList.toggle("wide", isWide);
  for (const [id, article] of articles) article.querySelector("details").open = isWide || id === chosen();
  show();
};

field.addEventListener("input", () => {
  const words = plain(field.value).split(/\s+/);
  tell("matched", new Set(order.filter((id) => words.every((word) => plain(articles.get(id).textContent).includes(word)))));
});
hear("matched", show);
hear("chosen", (id) => {
  if (id && !matching.has(id)) {
    field.value = ""; // an event that is chosen is to be seen, whatever was asked before
    tell("matched", new Set(order));
  }
  if (id) articles.get(id).querySelector("details").open = true;
  show();
});
new ResizeObserver(fold).observe(document.querySelector("ol"));
fold();
