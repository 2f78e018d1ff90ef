// Plotly comes once the page has been painted and the chart is near; on a phone it never does.

const bring = () =>
  Promise.all([...given.scripts.map(chart.load), loadFigure(sheet())]).then(
    () => chart.start(),
    () => {}, // the drawing stays
  );

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    // In a sandboxed frame a browser may find no idle moment at all: then at the latest after two seconds.
    if (window.requestIdleCallback) requestIdleCallback(bring, { timeout: 2000 });
    else setTimeout(bring);
  },
  { rootMargin: "200px" },
);

new PerformanceObserver((_, paints) => {
  paints.disconnect();
  near.observe(box);
}).observe({ type: "paint", buffered: true });
tell("chosen", chosen());
