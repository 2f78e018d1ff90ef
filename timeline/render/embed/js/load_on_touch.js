// Loads Plotly when a reader points at the chart, touches it or moves the focus there.

const hint = document.querySelector(".hint");
const TRIGGERS = ["pointerenter", "pointerdown", "wheel", "focusin"];

const load = () => {
  if (chart.isPart || matchMedia("(forced-colors: active)").matches) return; // only the SVG takes the system's colours
  for (const trigger of TRIGGERS) box.removeEventListener(trigger, load);
  hint.textContent = pageData.loading;
  Promise.all([...pageData.scripts.map(chart.load), loadFigure(sceneWidth())])
    .then(() => chart.start())
    .catch(() => (hint.textContent = "")); // the SVG stays
};

for (const trigger of TRIGGERS) box.addEventListener(trigger, load, { passive: true });
