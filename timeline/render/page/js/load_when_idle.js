// Loads Plotly once the page has been painted and the chart is nearly in view; never on a phone.

const load = () =>
  Promise.all([...pageData.scripts.map(chart.load), loadFigure(sceneWidth())]).then(
    () => chart.start(),
    () => {}, // the SVG stays
  );

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    // In a sandboxed frame a browser may never be idle, hence the limit of two seconds.
    if (window.requestIdleCallback) requestIdleCallback(load, { timeout: 2000 });
    else setTimeout(load);
  },
  { rootMargin: "200px" },
);

new PerformanceObserver((_, paints) => {
  paints.disconnect();
  near.observe(box);
}).observe({ type: "paint", buffered: true });
emit("chosen", chosen());
