// Adds the style of the chart in Plotly, and a hint at how to move it while Plotly draws it.

const sheet = new CSSStyleSheet(); // a strict policy allows it, unlike a style element
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);
const hint = document.querySelector(".hint");
on("drawn", () => hint.textContent === HINT || (hint.textContent = HINT)); // announced once
on("stilled", () => (hint.textContent = ""));
