// Each event gets its tools, also those that come later.

const equip = (article) => {
  const made = tools.content.cloneNode(true);
  const [about, copier] = made.querySelectorAll("button");
  for (const button of [about, copier]) button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
  about.addEventListener("click", () => about.setAttribute("aria-expanded", article.classList.toggle("in-full")));
  copier.addEventListener("click", () => copy(link(article)));
  article.querySelector(".sources").append(made);
};
for (const article of articles.values()) equip(article);
on("listed", (added) => added.forEach(equip));
