// Each event gets its tools.

for (const article of articles.values()) {
  const made = tools.content.cloneNode(true);
  const [about, copier] = made.querySelectorAll("button");
  for (const button of [about, copier]) button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
  about.addEventListener("click", () => about.setAttribute("aria-expanded", article.classList.toggle("in-full")));
  copier.addEventListener("click", () => copy(link(article)));
  article.querySelector(".sources").append(made);
}
