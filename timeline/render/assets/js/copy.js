// A link to an event, or its citation, at one click.

const tools = document.getElementById("tl-tools");
const said = document.querySelector(".copied");

const link = (article) => {
  const address = new URL(location.href);
  address.search = "";
  address.hash = article.id;
  return address.href;
};

// One line for the event, one for each of its sources.
const citation = (article) => {
  const title = article.querySelector("h3").textContent;
  const lines = [...article.querySelectorAll(".sources li")].map((item) => {
    const [source, name, day, archive] = [".source", "cite", ".day", ".archive"].map((part) => item.querySelector(part));
    const parts = [source, name, day].map((part) => part?.textContent).filter(Boolean);
    return [...parts, source.href, ...(archive ? [`${archive.textContent}: ${archive.href}`] : [])].join(", ");
  });
  return [`${title} (${article.querySelector("time").textContent}). ${document.title}. ${link(article)}`, ...lines].join("\n");
};

const written = { link, citation };

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
  for (const button of article.querySelectorAll("[data-copy]")) {
    button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
    button.addEventListener("click", () => copy(written[button.dataset.copy](article)));
  }
}
