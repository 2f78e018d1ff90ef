// Copies the link to an event at a click.

const tools = document.getElementById("tl-tools");
const status = document.querySelector(".copied");

const link = (article) => {
  const address = new URL(location.href);
  address.search = "";
  address.hash = article.id;
  return address.href;
};

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = messages.copied;
  } catch {
    status.textContent = text; // a frame that may not write there: for the reader to copy by hand
  }
  setTimeout(() => (status.textContent = ""), status.textContent === text ? 20000 : 2000);
};

for (const article of articles.values()) {
  article.querySelector(".content").append(tools.content.cloneNode(true));
  const button = article.querySelector("[data-copy]");
  button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
  button.addEventListener("click", () => copy(link(article)));
}
