// Adds the style of the chart in Plotly, and a hint at how to move it while Plotly draws it.

document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
const hint = document.querySelector(".hint");
on("drawn", () => hint.textContent === HINT || (hint.textContent = HINT)); // announced once
on("stilled", () => (hint.textContent = ""));
