// The card of an event: it opens at its mark in the chart, has the focus, and gives it back when it closes.

const card = document.querySelector(".card");
const graphic = card.parentElement;
const [date, title, summary, from, count] = [".when", "h3", ".summary", ".from", "[role=status]"].map((part) => card.querySelector(part));
const full = card.querySelector(".steps a");
const buttons = [...card.querySelectorAll("[data-step]")];
let id = null; // of the event that it shows

const shown = () => order.filter((other) => matching.has(other));

// The heading of its day, unless the event says its own date; then clock time and place.
const dateOf = (article) => {
  const time = article.querySelector("time");
  const day = time.matches(".headed") ? article.closest(".group").querySelector("h2") : time;
  const parts = [...article.querySelectorAll(".when :is(.clock, .place, .status)")].map((part) => part.cloneNode(true));
  return [element("b", {}, day.textContent), ...parts];
};

const fill = () => {
  const article = articles.get(id);
  const ids = shown();
  const [first, ...more] = article.querySelectorAll(".source");
  card.className = article.className.replace("event", "card").replace("open", "");
  date.replaceChildren(...[...article.querySelectorAll(".when .track")].map((track) => track.cloneNode(true)), ...dateOf(article));
  title.textContent = article.querySelector("h3").textContent;
  const paragraph = article.querySelector(".content > p:not([class])");
  summary.replaceChildren(...(paragraph ? [paragraph.cloneNode(true)] : []));
  from.replaceChildren(first.cloneNode(true), ...(more.length ? [` ${messages.more[more.length]}`] : []));
  count.textContent = filled(messages.place, { n: ids.indexOf(id) + 1, all: ids.length });
  full.href = `#${id}`;
  for (const button of buttons) button.setAttribute("aria-disabled", !ids[ids.indexOf(id) + +button.dataset.step]);
};

// Below its mark or, without room, above it; within the chart.
const place = () => {
  const link = linkOf(id);
  if (!link) return;
  const [outer, mark] = [graphic, chart.markOf(id) ?? link].map((part) => part.getBoundingClientRect());
  const left = Math.max(0, Math.min(outer.width - card.offsetWidth, mark.left + mark.width / 2 - outer.left - 24));
  const below = mark.bottom - outer.top + 10;
  const isAbove = mark.bottom + 10 + card.offsetHeight > innerHeight && mark.top - 10 - card.offsetHeight > 0;
  card.style.setProperty("left", `${left}px`);
  card.style.setProperty("top", `${isAbove ? mark.top - outer.top - 10 - card.offsetHeight : below}px`);
};

const show = async (other) => {
  id = other;
  await chart.reveal?.(id);
  fill();
  emit("pointed", id);
  place();
};

// The mark answers at once, the card in the next frame.
let wanted = null;
const open = (other) => {
  if (!box.clientWidth) return choose(other); // a phone has no chart
  emit("pointed", (wanted = other));
  return afterPaint(unfold);
};
const unfold = async () => {
  if (!card.open) card.show();
  await show(wanted);
  title.focus({ preventScroll: true });
};

const close = (isBack) => {
  if (!card.open) return;
  card.close();
  emit("pointed", null);
  if (isBack) linkOf(id)?.focus({ preventScroll: true });
};

chart.pick = open;
for (const button of buttons) {
  button.addEventListener("click", () => {
    const ids = shown();
    const next = ids[ids.indexOf(id) + +button.dataset.step];
    if (next) show(next);
  });
}
card.addEventListener("keydown", (event) => {
  const step = { ArrowRight: forward, ArrowLeft: -forward }[event.key];
  if (event.key === "Escape") close(true);
  else if (step) buttons.find((button) => +button.dataset.step === step).click();
  else return;
  event.preventDefault();
});
full.addEventListener("click", () => close(false));
addEventListener("pointerdown", ({ target }) => card.contains(target) || close(false));
card.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !card.contains(relatedTarget) && close(false));
on("matched", (ids) => card.open && !ids.has(id) && close(false));
on("drawn", () => card.open && place());
addEventListener("resize", () => card.open && place());
