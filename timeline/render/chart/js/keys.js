// Keys are the chart's while a label has the focus.

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
  await chart.reveal?.(next ?? id); // a label out of view has no link
  linkOf(next ?? id)?.focus();
});
box.addEventListener("focusin", ({ target }) => tell("pointed", target.dataset.event ?? null));
box.addEventListener("focusout", () => tell("pointed", null));
