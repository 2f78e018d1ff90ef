// The cards: one event at a time, by swiping, with the arrows, from the skyline or from the chart.

const list = document.querySelector("ol");
const [place, title] = document.querySelectorAll(".walk p > *");
const steps = [...document.querySelectorAll("[data-step]")];
const ranks = [...document.querySelectorAll("[data-rank]")];
const field = document.querySelector("[type=search]");
let current = chosen() ?? order[0];
let shown = null;
let isDriven = false; // while the list scrolls to a card by itself
highlighted = () => (matching.has(current) ? current : undefined);

const neighbour = (step) => found()[found().indexOf(highlighted()) + step];
const reach = (id, isHere) => {
  const card = articles.get(id);
  if (!card) return;
  card.ariaCurrent = isHere ? "true" : null;
  for (const stop of card.querySelectorAll("a, summary")) stop.tabIndex = isHere ? 0 : -1; // Tab leads through one card only
};
const show = () => {
  const [id, ids] = [highlighted(), found()];
  if (id !== shown) {
    reach(shown, false);
    reach(id, true);
    shown = id;
  }
  place.textContent = pageData.place.replace("{n}", ids.indexOf(id) + 1).replace("{all}", ids.length);
  title.textContent = textOf(id, "h2");
  for (const step of steps) step.ariaDisabled = !neighbour(+step.dataset.step);
  document.querySelector(".whole").href = `index.html#${id ?? ""}`;
  emit("shown", id);
};

let rest = 0;
const drive = () => {
  isDriven = true;
  clearTimeout(rest);
  rest = setTimeout(() => (isDriven = false), 150);
};
// Scrolls the list alone: `scrollIntoView` would scroll the article around the frame, too.
const roll = (behavior) => {
  if (!highlighted() || !list.clientWidth) return;
  const [card, box] = [articles.get(current).parentElement, list].map((node) => node.getBoundingClientRect());
  const left = forward > 0 ? card.left - box.left : card.right - box.right;
  drive();
  if (Math.abs(left) > 1) list.scrollBy({ left, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : behavior });
};
const keep = (id) => {
  current = id;
  try {
    history.replaceState(null, "", `#${id}`); // the frame's own address, which no host sees
  } catch {
    // browsers limit how often
  }
};
go = (id, behavior = "smooth") => {
  keep(id);
  roll(behavior);
  show();
};

// A swipe: the first card in view is the current one, unless that is still wholly in view.
list.addEventListener("scroll", () => {
  if (isDriven) return drive();
  const ids = found();
  const [first, second] = ids.map((id) => articles.get(id).parentElement.offsetLeft);
  const from = Math.abs(list.scrollLeft / (second - first));
  const to = from + list.clientWidth / Math.abs(second - first);
  const at = ids.indexOf(current);
  const id = ids[Math.round(from)];
  if (!id || id === current || (at > from - 0.05 && at + 0.95 < to)) return;
  keep(id);
  show();
});
for (const type of ["pointerdown", "wheel"]) list.addEventListener(type, () => (isDriven = false), { passive: true });

const walk = (step) => {
  if (neighbour(step)) go(neighbour(step));
  emit("walked");
};
for (const step of steps) step.addEventListener("click", () => walk(+step.dataset.step));
// The arrow keys: from card to card, and from mark to mark.
document.querySelector(".stage").addEventListener("keydown", (event) => {
  const { key, target } = event;
  const step = { ArrowRight: forward, ArrowLeft: -forward }[key];
  const isMark = box?.contains(target);
  if (!step || !isPlain(event) || event.defaultPrevented || (isMark && chart.keys)) return;
  walk(step);
  event.preventDefault();
  (isMark ? linkOf(current) : articles.get(current).querySelector("a")).focus({ preventScroll: true });
});

// Main events, and the search.
const isMain = () => ranks[0].ariaPressed === "true";
const setRank = (button) => {
  for (const each of ranks) each.ariaPressed = each === button;
};
const texts = new Map();
const textOfAll = (id) => texts.get(id) ?? texts.set(id, plain(articles.get(id).textContent)).get(id);
const match = () => {
  const terms = plain(field.value).split(/\s+/).filter(Boolean);
  emit("matched", new Set(order.filter((id) => (!isMain() || records.get(id).isKey) && terms.every((term) => textOfAll(id).includes(term)))));
};
field.addEventListener("input", () => setTimeout(match));
for (const button of ranks) {
  button.addEventListener("click", () => {
    setRank(button);
    requestAnimationFrame(() => setTimeout(match)); // after the button has been painted
  });
}
const most = order.filter((id) => records.get(id).isKey).length;
ranks.forEach((button, n) => (button.lastElementChild.textContent = [most, order.length][n]));
ranks[0].parentElement.hidden = !most || most === order.length;

on("matched", () => {
  for (const [id, article] of articles) article.parentElement.hidden = !matching.has(id);
  const ids = found();
  if (!highlighted() && ids.length) keep(ids.find((id) => order.indexOf(id) > order.indexOf(current)) ?? ids.at(-1));
  roll("auto");
  requestAnimationFrame(() => roll("auto")); // the browser snaps to a card of its own choice
  show();
});
on("chosen", (id) => {
  if (!id) return;
  keep(id); // the list may have scrolled to it before, and have chosen another card in view
  if (!matching.has(id)) {
    field.value = ""; // a chosen event that does not match ends the search
    setRank(ranks[1]);
    match();
  }
  roll("auto");
  show();
});

for (const id of order) reach(id, false);
on("ready", () => {
  fitChart();
  show();
  roll("auto");
  new ResizeObserver(() => {
    fitChart();
    roll("auto");
  }).observe(main);
});
