// The cards: one event at a time. Those around the current one are in the document, in files of so many each.

const list = document.querySelector("ol");
const [place, title] = document.querySelectorAll(".walk p > *");
const steps = [...document.querySelectorAll("[data-step]")];
const ranks = [...document.querySelectorAll("[data-rank]")];
const field = document.querySelector("[type=search]");
const MOST_FILES = 4;
const fileOf = (number) => Math.floor(number / pageData.size);
const cardOf = new Map([...list.children].map((card, number) => [number, card]));
const numbers = new WeakMap([...cardOf].map(([number, card]) => [card, number]));
const whole = new Set(); // the files whose cards are all there
let isDriven = false; // while the list scrolls to a card by itself

const articleOf = (number) => cardOf.get(number)?.firstElementChild;
const reach = (number, isHere) => {
  const article = articleOf(number);
  if (!article) return;
  article.ariaCurrent = isHere ? "true" : null;
  for (const stop of article.querySelectorAll("a, summary")) stop.tabIndex = isHere ? 0 : -1; // Tab leads through one card only
};
let seen = null; // the number whose card is the stop of the Tab key
const show = () => {
  const number = isShown(current) ? current : null;
  if (number !== seen) {
    reach(seen, false);
    seen = number;
  }
  reach(number, true);
  place.textContent = pageData.place.replace("{n}", number === null ? 0 : placeOf(number) + 1).replace("{all}", count());
  title.textContent = articleOf(number)?.querySelector("h2").textContent ?? "";
  for (const step of steps) {
    const at = placeOf(number) + +step.dataset.step;
    step.ariaDisabled = number === null || at < 0 || at >= count();
  }
  document.querySelector(".whole").href = `index.html#${articleOf(number)?.id ?? ""}`;
  emit("shown", number);
};

let rest = 0;
const drive = () => {
  isDriven = true;
  clearTimeout(rest);
  rest = setTimeout(() => (isDriven = false), 150);
};
// Scrolls the list alone: `scrollIntoView` would scroll the article around the frame, too.
const roll = (behavior) => {
  if (!articleOf(current) || !list.clientWidth) return;
  const [card, box] = [cardOf.get(current), list].map((node) => node.getBoundingClientRect());
  const left = forward > 0 ? card.left - box.left : card.right - box.right;
  drive();
  if (Math.abs(left) > 1) list.scrollBy({ left, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : behavior });
};
const keep = () => {
  try {
    history.replaceState(null, "", `#${articleOf(current).id}`); // the frame's own address, which no host sees
  } catch {
    // browsers limit how often
  }
};

// Puts the cards of a file in their places; of those that are there already nothing changes.
const putIn = async (file) => {
  if (whole.has(file)) return;
  const html = await loaded(`cards-${file}`, file);
  if (whole.has(file)) return;
  whole.add(file);
  const after = [...list.children].find((card) => fileOf(numbers.get(card)) > file) ?? null;
  for (const [n, card] of [...fragment(html).children].entries()) {
    const number = file * pageData.size + n;
    if (cardOf.has(number)) continue;
    cardOf.set(number, card);
    numbers.set(card, number);
    articles.set(card.firstElementChild.id, card.firstElementChild);
    numberOf.set(card.firstElementChild.id, number);
    card.hidden = !isShown(number);
    reach(number, false);
    list.insertBefore(card, after);
  }
};
const spare = () => {
  const idle = [...whole].sort((one, other) => Math.abs(other - fileOf(current)) - Math.abs(one - fileOf(current)));
  for (const file of idle.slice(0, Math.max(0, whole.size - MOST_FILES))) {
    whole.delete(file);
    for (const [number, card] of cardOf) {
      if (fileOf(number) !== file) continue;
      articles.delete(card.firstElementChild.id);
      cardOf.delete(number);
      card.remove();
    }
  }
};
// The files of cards a few steps away that are not there.
const NEAR = 4;
const missing = () => {
  const at = placeOf(current);
  const near = [...Array(2 * NEAR + 1).keys()].map((n) => at - NEAR + n).filter((each) => each >= 0 && each < count());
  return [...new Set(near.map(nth).filter((number) => !cardOf.has(number)).map(fileOf))];
};
const fail = () => (place.textContent = pageData.texts.failed);
const settle = async () => {
  const files = missing();
  if (!files.length) return;
  const number = current;
  try {
    await Promise.all(files.map(putIn));
  } catch {
    return fail();
  }
  if (current !== number) return;
  spare();
  roll("auto");
};
go = async (number, behavior = "smooth") => {
  current = number;
  if (!articleOf(number)) {
    try {
      await putIn(fileOf(number));
    } catch {
      return fail();
    }
    if (current !== number) return;
    behavior = "auto";
  }
  keep();
  roll(behavior);
  show();
  if (behavior === "auto") requestAnimationFrame(() => roll("auto")); // the browser snaps to a card of its own choice
  await settle();
};

// A swipe: the first card in view is the current one, unless that is still wholly in view.
list.addEventListener("scroll", () => {
  if (isDriven) return drive();
  const cards = [...list.children].filter((card) => !card.hidden);
  if (cards.length < 2) return;
  const width = Math.abs(cards[1].offsetLeft - cards[0].offsetLeft);
  const from = Math.abs(list.scrollLeft) / width;
  const to = from + list.clientWidth / width;
  const at = cards.indexOf(cardOf.get(current));
  const number = numbers.get(cards[Math.round(from)]);
  if (number === undefined || number === current || (at > from - 0.05 && at + 0.95 < to)) return;
  current = number;
  keep();
  show();
  settle();
});
for (const type of ["pointerdown", "wheel"]) list.addEventListener(type, () => (isDriven = false), { passive: true });

const walk = (step) => {
  const at = placeOf(current) + step;
  if (at >= 0 && at < count()) return go(nth(at));
};
for (const step of steps) step.addEventListener("click", () => walk(+step.dataset.step));
document.querySelector(".stage").addEventListener("keydown", async (event) => {
  const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
  if (!step || !isPlain(event) || event.defaultPrevented) return;
  event.preventDefault();
  await walk(step);
  articleOf(current)?.querySelector("a").focus({ preventScroll: true });
});

// Main events, and the search.
const isMain = () => ranks[0].ariaPressed === "true";
const setRank = (button) => {
  for (const each of ranks) each.ariaPressed = each === button;
};
let asked = 0;
const match = async () => {
  const own = ++asked;
  const [q, isRank] = [field.value.trim(), isMain()];
  try {
    if (q) await readWords();
    if (isRank) await indexed();
  } catch {
    return fail();
  }
  if (own !== asked) return;
  const hits = q && withWords(q);
  const all = subset ?? (q || isRank ? [...Array(total).keys()] : null);
  shown = all && (q || isRank) ? all.filter((number) => (!hits || hits[number]) && (!isRank || index.main.has(number))) : all;
  for (const [number, card] of cardOf) card.hidden = !isShown(number);
  emit("sifted");
  if (!count()) return show();
  await go(nth(Math.min(placeOf(current), count() - 1)), "auto");
};
field.addEventListener("input", () => setTimeout(match));
field.addEventListener("focus", () => readWords().catch(fail), { once: true });
for (const button of ranks) {
  button.addEventListener("click", () => {
    setRank(button);
    requestAnimationFrame(() => setTimeout(match)); // after the button has been painted
  });
}

// The event that a link asks for ends a search that it does not match.
const seek = async () => {
  const id = location.hash.slice(1);
  if (!id) return;
  try {
    if (!numberOf.has(id)) await indexed();
  } catch {
    return fail();
  }
  const number = numberOf.get(id);
  if (number === undefined) return;
  if (!isShown(number)) {
    field.value = "";
    setRank(ranks[1]);
    await match();
  }
  if (isShown(number)) await go(number, "auto");
};
addEventListener("hashchange", seek);
if (ranks[0].parentElement.hidden) ranks[0].parentElement.remove(); // they would tell nothing apart
for (const number of cardOf.keys()) reach(number, false);
on("ready", () => {
  show();
  seek();
  new ResizeObserver(() => roll("auto")).observe(main);
});
