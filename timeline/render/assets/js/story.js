// Event by event, of those that match: here, and on the whole screen.

const bar = document.querySelector(".story");
const stage = document.querySelector(".presenter");
const where = bar.querySelector("[role=status]");
const buttons = [...document.querySelectorAll("[data-step]")];

const told = () => order.filter((id) => matching.has(id));

// A chosen event is among them, for choosing ends a search that lacks it.
const beside = (step) => told()[told().indexOf(chosen()) + step];

const walk = (step) => {
  const held = document.activeElement;
  if (beside(step)) choose(beside(step));
  held.focus({ preventScroll: true }); // which the article has now
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

const present = () => {
  const [article, ids] = [articles.get(chosen()), told()];
  const [when, all] = [".when", ".told"].map((part) => article.querySelector(part).cloneNode(true));
  const [first, ...more] = article.querySelectorAll(".source");
  all.querySelector("h3").id = "tl-presented";
  all.append(made("p", { className: "from" }, `${words.source} `, first.cloneNode(true), more.length ? ` + ${more.length}` : ""));
  stage.querySelector(".presented").replaceChildren(when, all);
  stage.className = article.className.replace("event", "presenter");
  stage.querySelector(".count").textContent = filled(words.place, { n: ids.indexOf(article.id) + 1, all: ids.length });
};

const open = () => {
  if (!told().length) return;
  if (!matching.has(chosen())) choose(told()[0]);
  stage.showModal();
  stage.querySelector("[data-step='1']").focus();
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
