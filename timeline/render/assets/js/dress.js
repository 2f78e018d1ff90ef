// The style of what Plotly draws, and what can be done with it, which came with this script.

document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
hear("drawn", () => (document.querySelector(".hint").textContent = HINT));
