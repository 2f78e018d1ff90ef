// Notes the time between frames, and how long each input took until the next paint, in ms; both can be emptied.
() => {
  const felt = (window.felt = { frames: [], inputs: [] });
  let last = 0;
  const frame = (now) => {
    if (last) felt.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  const note = (seen) => seen.getEntries().forEach((each) => each.interactionId && felt.inputs.push(each.duration));
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16 });
};
