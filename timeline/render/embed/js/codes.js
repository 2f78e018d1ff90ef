// Copies a code at a click, after putting the folder's own address in codes that lack one; and changes their theme.
"use strict";

const placeholder = JSON.parse(document.getElementById("tl-data").textContent);
const status = document.getElementById("copied");
const here = new URL(".", location.href);

if (placeholder && here.protocol.startsWith("http")) {
  for (const code of document.querySelectorAll(".code")) code.textContent = code.textContent.replaceAll(placeholder, () => here);
  document.getElementById("no-address").remove();
}

const theme = document.getElementById("theme");
theme.hidden = false;
theme.addEventListener("change", ({ target }) => {
  for (const code of document.querySelectorAll(".code")) code.textContent = code.textContent.replace(/\?theme=\w+/g, `?theme=${target.value}`);
});

for (const button of document.querySelectorAll("button")) {
  const code = button.parentElement.querySelector(".code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = "Copied.";
      setTimeout(() => (status.textContent = ""), 2000);
    } catch {
      getSelection().selectAllChildren(code); // for readers to copy by hand
    }
  });
}
