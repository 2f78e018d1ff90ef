// The citations of one event to the clipboard, in the style that is shown, with their italics.
"use strict";

const said = document.querySelector(".copied");

const shown = (section) => [...section.querySelectorAll(".cited")].filter((cited) => cited.getClientRects().length);

const copy = async (section) => {
  const cited = shown(section);
  const text = cited.map((one) => one.textContent).join("\n");
  const html = cited.map((one) => `<p>${one.innerHTML}</p>`).join("");
  const forms = { "text/plain": text, "text/html": html };
  const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    said.textContent = said.dataset.copied;
  } catch {
    said.textContent = text; // where a page may not write there: to be copied by hand
  }
  setTimeout(() => (said.textContent = ""), said.textContent === text ? 20000 : 2000);
};

for (const button of document.querySelectorAll("button")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button.closest("section")));
}
