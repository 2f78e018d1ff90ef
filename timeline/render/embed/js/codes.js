// The codes at a click, with the folder's own address where they were made without one.
"use strict";

const unknown = JSON.parse(document.getElementById("given").textContent);
const said = document.getElementById("copied");
const here = new URL(".", location.href);

if (unknown && here.protocol.startsWith("http")) {
  for (const code of document.querySelectorAll(".code")) code.textContent = code.textContent.replaceAll(unknown, () => here);
  document.getElementById("unknown").remove();
}

for (const button of document.querySelectorAll("button")) {
  const code = button.parentElement.querySelector(".code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = "Copied.";
      setTimeout(() => (said.textContent = ""), 2000);
    } catch {
      getSelection().selectAllChildren(code); // to be copied by hand
    }
  });
}
