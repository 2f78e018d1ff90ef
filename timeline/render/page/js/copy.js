// A link to an event at one click.

const tools = document.getElementById("tl-tools");
const said = document.querySelector(".copied");

const link = (article) => {
  const address = new URL(location.href);
  address.search = "";
  address.hash = article.id;
  return address.href;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = words.copied;
  } catch {
    said.textContent = text; // a frame without leave for that: to be copied by hand
  }
  setTimeout(() => (said.textContent = ""), said.textContent === text ? 20000 : 2000);
};

for (const article of articles.values()) {
  article.querySelector(".told").append(tools.content.cloneNode(true));
  const button = article.querySelector("[data-copy]");
  button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
  button.addEventListener("click", () => copy(link(article)));
}
