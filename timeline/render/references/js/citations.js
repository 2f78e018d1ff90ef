// Copies the citations of one event to the clipboard, in the chosen style and with italics.
"use strict";

const notice = document.querySelector(".copied");

const visibleCitations = (section) => [...section.querySelectorAll(".cited")].filter((cited) => cited.getClientRects().length);

const copy = async (section) => {
  const cited = visibleCitations(section);
  const text = cited.map((citation) => citation.textContent).join("\n");
  const html = cited.map((citation) => `<p>${citation.innerHTML}</p>`).join("");
  const formats = { "text/plain": text, "text/html": html };
  const blobs = Object.entries(formats).map(([type, content]) => [type, new Blob([content], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    notice.textContent = notice.dataset.copied;
  } catch {
    notice.textContent = text; // the page may not write to the clipboard: shown to be copied by hand
  }
  setTimeout(() => (notice.textContent = ""), notice.textContent === text ? 20000 : 2000);
};

for (const button of document.querySelectorAll("button")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button.closest("section")));
}
