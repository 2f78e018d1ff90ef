// Event by event, of those that match: here, and on the whole screen.

const bar = document.querySelector(".story");
const stage = document.querySelector(".presenter");
const places = [bar, stage].map((part) => part.querySelector("[role=status]"));
const opener = bar.querySelector("[data-present]");
const scene = stage.querySelector(".presented");
const buttons = [...document.querySelectorAll("[data-step]")];

const told = () => order.filter((id) => matching.has(id));

// A chosen event is among them, for choosing ends a search that lacks it.
const beside = (step) => told()[told().indexOf(chosen()) + step];

const walk = (step) => {
  const held = document.activeElement;
  if (beside(step)) location.replace(`#${beside(step)}`); // no step of the way back
  held.focus({ preventScroll: true }); // which the article has now
};

const show = () => {
  const [id, ids] = [chosen(), told()];
  const said = id ? filled(words.place, { n: ids.indexOf(id) + 1, all: ids.length }) : words.start;
  for (const place of places) {
    if (place.dataset.said === `${said}${id}`) continue; // what has not changed is not said again
    place.dataset.said = `${said}${id}`;
    place.replaceChildren(said, " ", made("span", {}, id ? articles.get(id).querySelector("h3").textContent : ""));
  }
  for (const button of buttons) button.setAttribute("aria-disabled", !beside(+button.dataset.step));
  opener.setAttribute("aria-disabled", !ids.length);
  if (!stage.open) return;
  if (id) present();
  else stage.close();
};

// ---- the whole screen, for a class or a meeting

const present = () => {
  const article = articles.get(chosen());
  const [when, all] = [".when", ".told"].map((part) => article.querySelector(part).cloneNode(true));
  const [first, ...more] = article.querySelectorAll(".source");
  all.querySelector("h3").id = "tl-presented";
  all.append(made("p", { className: "from" }, `${words.source} `, first.cloneNode(true), more.length ? ` + ${more.length}` : ""));
  scene.replaceChildren(when, all);
  stage.className = article.className.replace("event", "presenter");
  scene.scrollTop = 0;
  for (let size = 1; size > 0.6; size -= 0.1) {
    scene.style.setProperty("--size", size);
    if (scene.scrollHeight <= scene.clientHeight) break; // else a little smaller, at last scrolled
  }
};

const open = () => {
  if (!told().length) return;
  stage.showModal();
  if (!matching.has(chosen())) location.replace(`#${told()[0]}`);
  stage.querySelector("[data-step='1']").focus();
  root.requestFullscreen?.().catch(() => {}); // where a frame may not, the window is enough
  present();
};

const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
stage.addEventListener("keydown", (event) => {
  const isPressing = event.target.closest("a, button") && event.key === " ";
  const sign = event.key.startsWith("Arrow") ? forward : 1;
  scene.scrollBy(0, { ArrowDown: 80, ArrowUp: -80 }[event.key] ?? 0);
  if (!KEYS[event.key] || isPressing) return;
  event.preventDefault();
  walk(sign * KEYS[event.key]);
});
stage.addEventListener("close", () => {
  if (document.fullscreenElement) document.exitFullscreen();
  tell("chosen", chosen());
});
stage.querySelector("[data-close]").addEventListener("click", () => stage.close());
document.addEventListener("fullscreenchange", () => document.fullscreenElement || stage.close());

stage.querySelector(".count").after(document.querySelector(".overview").cloneNode(true));
opener.addEventListener("click", open);
for (const button of buttons) button.addEventListener("click", () => walk(+button.dataset.step));
hear("chosen", show);
hear("matched", show);
show();
