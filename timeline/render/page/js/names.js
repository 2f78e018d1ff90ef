// The names of the marks for screen readers: as the label that is seen, with track, date and source. They are made
// here because as text in the page they would take a kilobyte.

const tracks = new Map(events.map(({ id, track }) => [id, track]));
for (const node of box.querySelectorAll("[data-event]")) {
  const article = articles.get(node.dataset.event);
  const labels = [...node.querySelectorAll(".label")].map(({ textContent }) => textContent);
  const label = labels.findLast((text) => !text.endsWith("…")) ?? node.ariaLabel ?? article.querySelector("h3").textContent;
  const [date, ...more] = [...article.querySelectorAll(".when :is(time, .clock, .status)")].map(({ textContent }) => textContent);
  const track = tracks.get(article.id);
  node.ariaLabel = filled(messages.name, { label, track, date: [date, ...more].join(", "), publisher: article.querySelector(".source").textContent });
}
