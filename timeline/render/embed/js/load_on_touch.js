// Plotly comes when somebody reaches for the chart; until then it costs nothing.

const said = document.querySelector(".hint");
const REACHES = ["pointerenter", "pointerdown", "wheel", "focusin"];

const bring = () => {
  if (matchMedia("(forced-colors: active)").matches) return; // the drawing takes the system's colours
  for (const reach of REACHES) box.removeEventListener(reach, bring);
  said.textContent = given.coming;
  Promise.all([...given.scripts.map(chart.load), loadFigure(sheet())]).then(
    () => chart.start(),
    () => (said.textContent = ""), // the drawing stays
  );
};

for (const reach of REACHES) box.addEventListener(reach, bring, { passive: true });
tell("chosen", chosen());
