// The list: the chosen event is marked, opened and scrolled to.

const mark = (id) => {
  document.querySelector("article[aria-current]")?.removeAttribute("aria-current");
  const article = articles.get(id);
  if (!article) return;
  article.setAttribute("aria-current", "true");
  article.querySelector(".sources").open = true;
  scrollTo(0, article.getBoundingClientRect().top + scrollY - headroom()); // scrollIntoView would scroll the host of a frame too
  if (!box.contains(document.activeElement)) return; // the browser has moved the focus itself, except in a frame
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
};

// On a phone the list is long, so sources are folded.
const narrow = matchMedia("(max-width: 37.4375em)");
const fold = () => {
  for (const article of articles.values()) article.querySelector(".sources").open = !narrow.matches;
};

const list = document.querySelector(".events ol");
for (const type of ["pointerover", "focusin"]) {
  list.addEventListener(type, ({ target }) => emit("pointed", target.closest("article")?.id ?? null));
}
for (const type of ["pointerleave", "focusout"]) list.addEventListener(type, () => emit("pointed", null));
narrow.addEventListener("change", fold);
on("chosen", mark);
fold();
