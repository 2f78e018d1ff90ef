// The style of what Plotly draws, and what can be done with it, which came with this script.

document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
const hint = document.querySelector(".hint");
hear("drawn", () => hint.textContent === HINT || (hint.textContent = HINT)); // said once
