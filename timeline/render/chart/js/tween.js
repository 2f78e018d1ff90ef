// What moves to another row when the chart is laid out anew goes there in a quarter of a second.

const MOST = 400; // elements that move
const DURATION = 250; // ms
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
const heights = () => {
  const found = new Map();
  for (const point of chart.plot.querySelectorAll(".marks .point[data-of]")) {
    found.set(point.dataset.of, +/,\s*(-?[\d.]+)/.exec(point.getAttribute("transform"))[1]);
  }
  return found;
};

let before = null;
on("drawing", () => {
  before = isLive() && !isCalm.matches ? heights() : null;
});
on("drawn", () => {
  if (!before?.size || !isLive()) return;
  const after = heights();
  const moved = [...chart.plot.querySelectorAll(":is(.marks, .labels) :is(.point, .textpoint)[data-of]")];
  if (moved.length < MOST) {
    for (const part of moved) {
      const step = before.has(part.dataset.of) ? before.get(part.dataset.of) - after.get(part.dataset.of) : null;
      if (step === null) part.animate([{ opacity: 0 }, { opacity: 1 }], DURATION);
      else if (step) part.animate([{ translate: `0 ${step}px` }, { translate: "0 0" }], { duration: DURATION, easing: "ease-out" });
    }
  }
  before = null;
});
