// The list: the event of the address is marked, opened and scrolled to.

const mark = (id) => {
  document.querySelector("article[aria-current]")?.removeAttribute("aria-current");
  const article = articles.get(id);
  if (!article) return;
  article.setAttribute("aria-current", "true");
  article.querySelector(".sources").open = true;
  article.scrollIntoView();
};

// On a phone the list is long: sources come on request.
const fold = () => {
  const isNarrow = matchMedia("(max-width: 37.4375em)").matches;
  for (const article of articles.values()) article.querySelector(".sources").open = !isNarrow;
};

const list = document.querySelector(".events ol");
for (const type of ["pointerover", "focusin"]) {
  list.addEventListener(type, ({ target }) => tell("pointed", target.closest("article")?.id ?? null));
}
for (const type of ["pointerleave", "focusout"]) list.addEventListener(type, () => tell("pointed", null));
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => (part.open = true)));
addEventListener("hashchange", () => tell("chosen", chosen()));
hear("chosen", mark);
fold();
