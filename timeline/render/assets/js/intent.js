// Plotly comes when somebody reaches for the chart; until then it costs nothing.

const said = document.querySelector(".hint");
const REACHES = ["pointerenter", "pointerdown", "wheel", "focusin"];

const load = (tag, what) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement(tag), what, { onload, onerror }));
  });

const bring = async () => {
  for (const reach of REACHES) box.removeEventListener(reach, bring);
  if (matchMedia("(forced-colors: active)").matches) return; // the drawing takes the system's colours
  said.textContent = given.coming;
  try {
    await Promise.all([load("link", { rel: "stylesheet", href: given.style }), ...given.scripts.map((src) => load("script", { src }))]);
    chart.start();
  } catch {
    said.textContent = ""; // the drawing stays
  }
};

for (const reach of REACHES) box.addEventListener(reach, bring, { passive: true });
hear("drawn", () => (said.textContent = given.here));
tell("chosen", chosen());
