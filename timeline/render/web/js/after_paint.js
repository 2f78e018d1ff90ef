// Runs once after the next paint, so that the page answers before long work begins.
const waiting = new Map(); // function -> the promise of its run
const afterPaint = (run) => {
  if (!waiting.has(run)) {
    const painted = new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    waiting.set(run, painted.then(() => waiting.delete(run) && run()));
  }
  return waiting.get(run);
};
