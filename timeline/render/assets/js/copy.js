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
  const sources = [...article.querySelectorAll(".sources li")].map((item) => {
    const parts = [".source", "cite", ".day"].map((part) => item.querySelector(part)?.textContent);
    const archived = item.querySelector(".archive");
    return [...parts, item.querySelector(".source").href, archived && `${archived.textContent}: ${archived.href}`];
  });
  const lines = sources.map((parts) => parts.filter(Boolean).join(", "));
  return [`${title} (${article.querySelector("time").textContent}). ${document.title}. ${link(article)}`, ...lines].join("\n");
};

const written = { link, citation };

const copy = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // a frame without leave to write there: the old way
    const field = made("textarea", { value: text });
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
};

for (const article of articles.values()) {
  article.querySelector(".told").append(tools.content.cloneNode(true));
  for (const button of article.querySelectorAll("[data-copy]")) {
    button.setAttribute("aria-describedby", article.getAttribute("aria-labelledby"));
    button.addEventListener("click", async () => {
      await copy(written[button.dataset.copy](article));
      button.focus();
      said.textContent = words.copied;
      button.classList.add("done");
      setTimeout(() => {
        said.textContent = "";
        button.classList.remove("done");
      }, 2000);
    });
  }
}
