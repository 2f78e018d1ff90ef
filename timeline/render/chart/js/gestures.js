// Gestures that move the chart: dragging, two fingers, the wheel.

const { plot } = chart;
const REST = [150, 600]; // ms without a wheel event or step after which the gesture has ended: as many as it takes to draw
const CLICK = 4; // px that the pointer may move in a click
const fingers = new Map(); // pointer -> its position, as a share of the plot
let grip = null; // the positions of the fingers and the view when they touched
let aim = null; // the view that the next animation frame shows
let frame = 0;
let resting = 0;
let isDragged = false; // by the fingers that are down
let hasMoved = false;

const plotWidth = () => plot._fullLayout.xaxis._length;
const shareAt = ({ clientX }) => (clientX - plot.getBoundingClientRect().left - plot._fullLayout.xaxis._offset) / plotWidth();

const target = () => aim ?? chart.view();
const preview = (range) => {
  aim = chart.within(range);
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => chart.preview(aim));
};
const settle = () => chart.show(target());
const settleSoon = () => {
  clearTimeout(resting);
  resting = setTimeout(settle, Math.min(Math.max(chart.cost, REST[0]), REST[1])); // no step waits for what the next makes void
};
// A step of the zoom or to a side: further steps may follow before Plotly draws.
const glide = (range) => {
  chart.preview(chart.within(range));
  settleSoon();
};
on("drawing", () => {
  cancelAnimationFrame(frame);
  clearTimeout(resting);
  aim = null;
});

// The view in which the instants that were under the fingers are under them again.
const draggedView = () => {
  const [start, end] = grip.view;
  const now = [...fingers.values()];
  const instant = (share) => start + share * (end - start);
  if (now.length === 1) return [start, end].map((edge) => edge + instant(grip.at[0]) - instant(now[0]));
  const spread = (instant(grip.at[1]) - instant(grip.at[0])) / (now[1] - now[0]);
  const left = instant(grip.at[0]) - now[0] * spread;
  return spread > 0 && Number.isFinite(spread) ? [left, left + spread] : grip.view;
};

const startGrip = () => {
  grip = fingers.size ? { at: [...fingers.values()], view: target() } : null;
};

box.addEventListener("pointerdown", (event) => {
  if (!isLive() || event.button !== 0 || fingers.size === 2) return;
  fingers.set(event.pointerId, shareAt(event));
  startGrip();
});
// Plotly would cover the page while a button is down, and make clicks of its own.
for (const type of ["mousedown", "touchstart"]) {
  box.addEventListener(type, (event) => event.stopPropagation(), { capture: true, passive: true });
}
addEventListener("pointermove", (event) => {
  if (!fingers.has(event.pointerId)) return;
  if (!event.buttons) return lift(event); // the button was released outside
  fingers.set(event.pointerId, shareAt(event));
  const distance = (fingers.get(event.pointerId) - grip.at[[...fingers.keys()].indexOf(event.pointerId)]) * plotWidth();
  isDragged ||= Math.abs(distance) >= CLICK;
  if (isDragged) preview(draggedView());
});
const lift = (event) => {
  if (!fingers.delete(event.pointerId)) return;
  startGrip();
  if (fingers.size || !isDragged) return;
  isDragged = false;
  settle();
  hasMoved = true;
  setTimeout(() => (hasMoved = false)); // after the click that ends a drag, which is ignored
};
for (const type of ["pointerup", "pointercancel"]) addEventListener(type, lift);
const ignore = (click) => {
  if (!hasMoved) return;
  click.preventDefault();
  click.stopPropagation();
};
box.addEventListener("click", ignore, { capture: true });
box.addEventListener("dragstart", (event) => event.preventDefault()); // otherwise the browser drags the link

box.addEventListener(
  "wheel",
  (event) => {
    const isZoom = event.ctrlKey || event.metaKey;
    const isPan = !isZoom && Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (!isLive() || (!isZoom && !isPan)) return; // the browser scrolls the page
    event.preventDefault();
    const [start, end] = target();
    const lines = event.deltaMode ? 16 : 1;
    if (isPan) {
      const step = ((event.deltaX * lines) / plotWidth()) * (end - start);
      preview([start + step, end + step]);
    } else {
      const factor = Math.exp(Math.max(-100, Math.min(100, event.deltaY * lines)) / 200);
      const still = start + shareAt(event) * (end - start);
      preview([still - (still - start) * factor, still + (end - still) * factor]);
    }
    settleSoon();
  },
  { passive: false },
);

Object.assign(chart, { aim: preview, settle, glide });
