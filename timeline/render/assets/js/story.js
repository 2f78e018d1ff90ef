// The story, event by event, of the events that match: previous and next, here and on the whole screen.

const bar = document.querySelector(".story");
const stage = document.querySelector(".presenter");
const where = bar.querySelector("[role=status]");
const buttons = [...document.querySelectorAll("[data-step]")];

const order = events.map(({ id }) => id);
const told = () => order.filter((id) => matching.has(id));

// The next one in time, also from an event that is not told.
const beside = (step) => {
  const ids = told();
  const at = order.indexOf(chosen());
  if (at < 0) return step > 0 ? ids[0] : undefined;
  return step > 0 ? ids.find((id) => order.indexOf(id) > at) : ids.findLast((id) => order.indexOf(id) < at);
};

const walk = (step) => {
  const id = beside(step);
  if (id) choose(id);
};

const show = () => {
  const [id, ids] = [chosen(), told()];
  const place = ids.indexOf(id) + 1;
  const title = made("span", {}, id ? articles.get(id).querySelector("h3").textContent : "");
  where.replaceChildren(...(place ? [filled(words.place, { n: place, all: ids.length }), " ", title] : [words.start]));
  for (const button of buttons) button.setAttribute("aria-disabled", !beside(+button.dataset.step));
  if (stage.open) present();
};

// ---- the whole screen, for a class or a meeting

const copied = (article, selector) => [...article.querySelectorAll(selector)].map((part) => part.cloneNode(true));

const present = () => {
  const id = chosen();
  const article = articles.get(id);
  const [first, ...more] = copied(article, ".source");
  stage.querySelector(".presented").replaceChildren(
    ...copied(article, ".when, .told > .track"),
    made("h2", { id: "tl-presented" }, article.querySelector("h3").textContent),
    ...copied(article, ".told > p:not([class])").slice(0, 1),
    ...copied(article, ".told > blockquote").slice(0, 1),
    ...copied(article, ".told > .disputed"),
    made("p", { className: "from" }, `${words.source} `, first, ...(more.length ? [` + ${more.length}`] : [])),
  );
  stage.className = `presenter ${[...article.classList].find((name) => name.startsWith("ink"))}`;
  const ids = told();
  stage.querySelector(".count").textContent = filled(words.place, { n: ids.indexOf(id) + 1, all: ids.length });
  stage.scrollTop = 0;
};

const open = () => {
  const ids = told();
  if (!ids.length) return;
  if (!ids.includes(chosen())) choose(beside(1) ?? ids[0]);
  stage.showModal();
  root.requestFullscreen?.().catch(() => {}); // where a frame may not, the window is enough
  present();
};

const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
stage.addEventListener("keydown", (event) => {
  const isPressing = event.target.closest("a, button") && event.key === " ";
  const sign = event.key.startsWith("Arrow") ? forward : 1;
  if (!KEYS[event.key] || isPressing) return;
  event.preventDefault();
  walk(sign * KEYS[event.key]);
});
stage.addEventListener("close", () => {
  if (document.fullscreenElement) document.exitFullscreen();
  articles.get(chosen())?.scrollIntoView();
});
stage.querySelector("[data-close]").addEventListener("click", () => stage.close());
document.addEventListener("fullscreenchange", () => document.fullscreenElement || stage.close());

stage.querySelector(".count").after(document.querySelector(".overview").cloneNode(true));
bar.querySelector("[data-present]").addEventListener("click", open);
for (const button of buttons) button.addEventListener("click", () => walk(+button.dataset.step));
hear("chosen", show);
hear("matched", show);
show();
