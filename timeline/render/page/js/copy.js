// The tools of an event: what is known of its sources, and its link to copy; and the addresses that paper shows.

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

addEventListener("beforeprint", () => {
  for (const source of document.querySelectorAll(".source")) source.dataset.url = source.href.replace(/#:~:.*/, ""); // without the words
});
