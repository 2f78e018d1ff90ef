// Adds the style of the chart in Plotly.

const sheet = new CSSStyleSheet(); // a strict policy allows it, unlike a style element
sheet.replaceSync(STYLE);
document.adoptedStyleSheets.push(sheet);
