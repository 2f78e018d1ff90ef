// The names of the marks for screen readers: as the label that is seen, with track, date and source. They are made
// here because as text in the page they would take a kilobyte.

const tracks = new Map(events.map(({ id, track }) => [id, track]));
chart.nameOf = (id, label) => {
  const article = articles.get(id);
  const [date, ...more] = [...article.querySelectorAll(".when :is(time, .clock, .status)")].map(({ textContent }) => textContent);
  const publisher = article.querySelector(".source").textContent;
  return filled(messages.name, { label, track: tracks.get(id), date: [date, ...more].join(", "), publisher });
};
for (const node of box.querySelectorAll("[data-event]")) {
  const id = node.dataset.event;
  const labels = [...node.querySelectorAll(".label")].map(({ textContent }) => textContent);
  const label = labels.findLast((text) => !text.endsWith("…")) ?? node.ariaLabel ?? articles.get(id).querySelector("h3").textContent;
  node.ariaLabel = chart.nameOf(id, label);
}
