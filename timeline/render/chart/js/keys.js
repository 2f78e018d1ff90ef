// The arrow keys move through the chart: along the time, and from track to track.

const steps = { ArrowRight: forward, ArrowLeft: -forward };
const laneOf = (id) => chart.lanes.get(id);
const middleOf = (id) => {
  const { x, width } = (chart.markOf(id) ?? linkOf(id))?.getBoundingClientRect() ?? { x: Infinity, width: 0 };
  return x + width / 2;
};

// The event that is the nearest in the next track that has one, up (-1) or down (1).
const across = (id, step, ids) => {
  const lanes = [...new Set(ids.map(laneOf))].sort((one, other) => step * (one - other));
  const lane = lanes.find((each) => step * (each - laneOf(id)) > 0);
  const away = (other) => Math.abs(middleOf(other) - middleOf(id));
  return ids.filter((other) => laneOf(other) === lane).sort((one, other) => away(one) - away(other))[0];
};

box.addEventListener("keydown", async (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const id = target.dataset?.event;
  if (!id || ctrlKey || metaKey || altKey) return;
  const ids = order.filter((other) => matching.has(other) || other === id);
  const rows = { ArrowUp: -1, ArrowDown: 1 };
  const next = rows[key] ? across(id, rows[key], ids) : ({ Home: ids[0], End: ids.at(-1) }[key] ?? ids[ids.indexOf(id) + steps[key]]);
  const move = chart.keys?.[key];
  if (!next && !move && !rows[key] && key !== " ") return;
  event.preventDefault();
  if (key === " ") return chart.pick(id);
  await move?.();
  await chart.reveal?.(next ?? id); // a label out of view is no link in Plotly
  linkOf(next ?? id)?.focus();
});
box.addEventListener("focusin", ({ target }) => emit("pointed", target.dataset.event ?? null));
box.addEventListener("focusout", () => emit("pointed", null));
