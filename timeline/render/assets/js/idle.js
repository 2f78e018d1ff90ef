// Plotly comes once the page has been painted and the chart is near; on a phone it never does.

const run = (id) => document.head.append(made("script", { textContent: document.querySelector(id).textContent }));
const fetched = (src) => new Promise((onload, onerror) => document.head.append(made("script", { src, onload, onerror })));
const load = (script) => (script.startsWith("#") ? run(script) : fetched(script)); // a page that stands alone holds them

const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    const bring = () => Promise.all(given.scripts.map(load)).then(() => chart.start(), () => {}); // else the drawing stays
    (window.requestIdleCallback ?? setTimeout)(bring);
  },
  { rootMargin: "200px" },
);

new PerformanceObserver((_, paints) => {
  paints.disconnect();
  near.observe(box);
}).observe({ type: "paint", buffered: true });
tell("chosen", chosen());
