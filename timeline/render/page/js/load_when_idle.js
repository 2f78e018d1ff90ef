// Once the page has been painted, loads the controls, and Plotly when the chart is nearly in view; never on a phone.

const [engine, controls] = pageData.scripts;
let controlled;
const loadControls = () => (controlled ??= chart.load(controls));

const load = () =>
  Promise.all([chart.load(engine), loadControls(), loadFigure(sceneWidth())]).then(
    () => chart.start(),
    () => {}, // the SVG stays
  );

// In a sandboxed frame a browser may never be idle, hence the limit of two seconds.
const whenIdle = (run) => (window.requestIdleCallback ? requestIdleCallback(run, { timeout: 2000 }) : setTimeout(run));
const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    whenIdle(load);
  },
  { rootMargin: "200px" },
);

new PerformanceObserver((_, paints) => {
  paints.disconnect();
  near.observe(box);
  if (!narrow.matches) whenIdle(() => loadControls().catch(() => {})); // story mode is for those, too, who never scroll to the chart
}).observe({ type: "paint", buffered: true });
emit("chosen", chosen());
