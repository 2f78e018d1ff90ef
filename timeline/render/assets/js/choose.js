// The list: the event of the address is marked, opened and scrolled to; the one pointed at is told to the chart.

const mark = (id) => {
  document.querySelector("article[aria-current]")?.removeAttribute("aria-current");
  const article = articles.get(id);
  if (!article) return;
  article.setAttribute("aria-current", "true");
  article.querySelector(".sources").open = true;
  article.scrollIntoView();
};

// On a phone the list is long: each event shows its sources on request, the chosen one at once.
const fold = () => {
  const isNarrow = matchMedia("(max-width: 37.4375em)").matches;
  for (const article of articles.values()) article.querySelector(".sources").open = !isNarrow;
};

for (const [id, article] of articles) {
  article.tabIndex = -1; // a place to go to, not one to pass
  for (const [type, about] of [["pointerenter", id], ["pointerleave", null], ["focusin", id], ["focusout", null]]) {
    article.addEventListener(type, () => tell("pointed", about));
  }
}
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => (part.open = true)));
addEventListener("hashchange", () => tell("chosen", chosen()));
hear("chosen", mark);
fold();
