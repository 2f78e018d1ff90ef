// The list: the chosen event is marked and scrolled to; on a phone each event is a row that opens in place.

const opened = new Set();

const setOpen = (article, isOpen) => {
  const full = article.querySelector(".full");
  opened[isOpen ? "add" : "delete"](article.id);
  article.classList.toggle("open", isOpen);
  article.querySelector(".opener").setAttribute("aria-expanded", isOpen);
  if (isOpen || !narrow.matches) full.removeAttribute("hidden");
  else full.setAttribute("hidden", "until-found"); // the browser's own search opens it
};
const glossary = document.querySelector(".glossary");
const fold = () => {
  glossary?.toggleAttribute("open", !narrow.matches || glossary.querySelector(":target"));
  for (const [id, article] of articles) setOpen(article, opened.has(id));
};

const mark = (id) => {
  document.querySelector("article[aria-current]")?.removeAttribute("aria-current");
  const article = articles.get(id);
  if (!article) return;
  article.setAttribute("aria-current", "true");
  if (chart.isBehind?.()) return;
  if (narrow.matches) setOpen(article, true);
  bring(article);
  if (!box.contains(document.activeElement)) return; // the browser has moved the focus itself, except in a frame
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
};

const list = document.querySelector(".by-day");
list.addEventListener("click", ({ target }) => {
  const article = target.closest(".opener")?.parentElement;
  if (article) setOpen(article, !opened.has(article.id));
});
list.addEventListener("click", ({ target }) => target.matches(".term") && (glossary.open = true));
list.addEventListener("beforematch", ({ target }) => setOpen(target.closest("article"), true));
for (const type of ["pointerover", "focusin"]) {
  list.addEventListener(type, ({ target }) => emit("pointed", target.closest("article")?.id ?? null));
}
for (const type of ["pointerleave", "focusout"]) list.addEventListener(type, () => emit("pointed", null));
narrow.addEventListener("change", fold);
on("chosen", mark);
fold();
