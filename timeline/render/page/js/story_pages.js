// The pages of story mode, and its window.

const walk = (step) => neighbour(step) && turnTo(neighbour(step));

const show = () => {
  const [id, ids] = [chosen(), shown()];
  const text = id ? filled(messages.place, { n: ids.indexOf(id) + 1, all: ids.length }) : "";
  if (place.dataset.text !== `${text}${id}`) {
    place.dataset.text = `${text}${id}`; // screen readers would announce it again
    place.replaceChildren(text, " ", element("span", {}, id ? articles.get(id).querySelector("h3").textContent : ""));
  }
  for (const button of buttons) button.setAttribute("aria-disabled", !neighbour(+button.dataset.step));
  opener.setAttribute("aria-disabled", !ids.length);
  presenter.style.setProperty("--share", (ids.indexOf(id) + 1) / ids.length);
  if (!presenter.open) return;
  if (id) present();
  else close();
};

// ---- full screen, for a class or a meeting

// The sources by their numbers, to which marks in the text lead.
const numbered = (list) => {
  const copy = list.cloneNode(true);
  for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
  return copy;
};
const present = () => {
  const article = articles.get(chosen());
  const [when, title, body] = [".when", "h3", ".content"].map((part) => article.querySelector(part).cloneNode(true));
  const [first, ...more] = article.querySelectorAll(".source");
  title.id = "tl-presented";
  body.append(
    body.querySelector(".mark")
      ? numbered(article.querySelector(".sources ul"))
      : element("p", { className: "from" }, `${messages.source} `, first.cloneNode(true), more.length ? ` + ${more.length}` : ""),
  );
  slide.replaceChildren(when, title, body);
  presenter.className = article.className.replace("event", "presenter");
  slide.scrollTop = 0;
  for (let size = 1; size > 0.6; size -= 0.1) {
    slide.style.setProperty("--size", size);
    if (slide.scrollHeight <= slide.clientHeight) break; // otherwise a little smaller, and scrolled in the end
  }
};

// The page behind is neither rendered nor to be reached meanwhile, and keeps its height, so that nothing is laid out
// anew. A modal dialog would restyle all of it, as inert.
const behind = [...document.body.children, ...presenter.parentElement.children].filter((part) => !part.contains(presenter));
const setAway = (isAway) => {
  const heights = behind.map((part) => (isAway ? `${part.getBoundingClientRect().height}px` : ""));
  behind.forEach((part, n) => {
    part.style.setProperty("height", heights[n]);
    part.classList.toggle("away", isAway);
    part.ariaHidden = isAway || null;
  });
};

const open = () => {
  if (!shown().length) return;
  presenter.show();
  if (matching.has(chosen())) present();
  else turnTo(shown()[0]);
  presenter.querySelector("[data-step='1']").focus();
  afterPaint(fillScreen);
};
const fillScreen = () => {
  if (!presenter.open) return;
  setAway(true);
  root.requestFullscreen?.().catch(() => {}); // a frame may not be allowed to; the window is enough
};

// It fades at once; that the window and the page behind change back takes longer.
const close = () => {
  presenter.classList.add("closing");
  afterPaint(leave);
};
const leave = async () => {
  if (!presenter.open) return;
  if (document.fullscreenElement) await document.exitFullscreen();
  setAway(false);
  presenter.close();
  opener.focus({ preventScroll: true });
  emit("chosen", chosen());
};

const KEYS = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1 };
presenter.addEventListener("keydown", (event) => {
  const isPressing = event.target.closest("a, button") && event.key === " ";
  const sign = event.key.startsWith("Arrow") ? forward : 1;
  slide.scrollBy(0, { ArrowDown: 80, ArrowUp: -80 }[event.key] ?? 0);
  if (event.key === "Escape") close();
  if (!KEYS[event.key] || isPressing) return;
  event.preventDefault();
  walk(sign * KEYS[event.key]);
});
presenter.querySelector("[data-close]").addEventListener("click", close);
document.addEventListener("fullscreenchange", () => document.fullscreenElement || !presenter.open || close());

opener.addEventListener("click", open);
for (const button of buttons) button.addEventListener("click", () => walk(+button.dataset.step));
on("chosen", show);
on("matched", show);
show();
