// Keys move through the chart while a label has the focus.

const steps = { ArrowRight: forward, ArrowLeft: -forward };

box.addEventListener("keydown", async (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  const id = target.dataset?.event;
  if (!id || ctrlKey || metaKey || altKey) return;
  const ids = order.filter((other) => matching.has(other) || other === id);
  const next = { Home: ids[0], End: ids.at(-1) }[key] ?? ids[ids.indexOf(id) + steps[key]];
  const move = chart.keys?.[key];
  if (!next && !move && key !== " ") return;
  event.preventDefault();
  if (key === " ") return choose(id);
  await move?.();
  await chart.reveal?.(next ?? id); // a label out of view is no link in Plotly
  linkOf(next ?? id)?.focus();
});
box.addEventListener("focusin", ({ target }) => emit("pointed", target.dataset.event ?? null));
box.addEventListener("focusout", () => emit("pointed", null));
