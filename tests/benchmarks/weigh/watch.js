// Set before a page's own scripts: notes, in ms from navigation, its long tasks, its first paint, when a reader's
// pointer first comes to a chart of ours, and the frame after the one that first saw each sign. `signs`: name -> function.
(signs) => {
  const watched = (window.watched = { tasks: [], at: {} });
  const watch = (type, note) => new PerformanceObserver((seen) => seen.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => watched.tasks.push([startTime, startTime + duration]));
  watch("paint", ({ name, startTime }) => (watched.at[name] = startTime));
  const reach = ({ target, timeStamp }) => target.closest?.(".chart") && (watched.at.touched ??= timeStamp);
  addEventListener("pointerover", reach, true);

  const open = new Map(Object.entries(signs));
  const isThere = (sign) => {
    try {
      return sign();
    } catch {
      return false; // what it asks is not there yet
    }
  };
  const frame = () => {
    for (const [name, sign] of open) {
      if (!isThere(sign)) continue;
      open.delete(name);
      requestAnimationFrame(() => (watched.at[name] = performance.now()));
    }
    if (open.size) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};
