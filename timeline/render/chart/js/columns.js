// The columns of squares: what one is, on pointing at it; a click or Enter shows its time; the arrow keys pass through
// them as through marks.

const SLACK = 8; // px around a column within which it is meant
const tip = element("div", { className: "tip", hidden: true });
box.append(tip);
const names = [...document.querySelectorAll(".key-to-tracks li")].map(({ textContent }) => textContent);
const plural = new Intl.PluralRules(root.lang);
const number = new Intl.NumberFormat(root.lang);

const axisOf = () => chart.plot._fullLayout.xaxis;
// Where an instant is, in px from the left edge of the chart.
const placeOf = (ms) => axisOf()._offset + axisOf().d2p(new Date(ms).toISOString().replace("T", " ").slice(0, -1));

const dateIn = (fields) => new Intl.DateTimeFormat(`${root.lang === "en" ? "en-GB" : root.lang}-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...fields });
const periodIn = ({ first, last }) => {
  const length = (last - first) / 864e5;
  if (length < 1) return dateIn({ day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit" }).format(first);
  if (length === 1) return dateIn({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(first);
  if (length === 7) return dateIn({ day: "numeric", month: "long", year: "numeric" }).formatRange(first, last - 864e5);
  if (length < 300) return dateIn({ month: "long", year: "numeric" }).formatRange(first, last - 864e5);
  return dateIn({ year: "numeric" }).formatRange(first, last - 864e5);
};
const nameOf = (column) => {
  const counts = chart.eventsOf().counts;
  const count = (counts[plural.select(column.members)] ?? counts.other).replace("{n}", number.format(column.members));
  return `${count}, ${periodIn(column)}`;
};

const columnAt = ({ clientX, clientY }) => {
  const { left, top } = box.getBoundingClientRect();
  const [x, y] = [clientX - left, clientY - top];
  const away = (column) => Math.abs(placeOf(column.x) - x);
  const near = chart.drawn().columns.filter((column) => y <= column.y + 4 && y >= column.y - column.top - 4 && away(column) < SLACK);
  return near.sort((one, other) => away(one) - away(other))[0];
};

// Shows the time of a column; if there is nothing to gain, its first event in the list.
const enter = async (column) => {
  const [start, end] = chart.view();
  const share = (ms) => chart.shareAt(ms);
  const ends = [share(column.first), share(column.last)].sort((one, other) => one - other);
  const margin = (ends[1] - ends[0]) * 0.15;
  const range = chart.within([ends[0] - margin, ends[1] + margin]);
  if (range[1] - range[0] <= 0.8 * (end - start)) return chart.show(range);
  await chart.identified();
  choose(order[column.event]);
};

box.addEventListener("pointermove", (event) => {
  const column = isLive() && !event.buttons ? columnAt(event) : null;
  box.classList.toggle("on-column", Boolean(column));
  tip.hidden = !column;
  if (!column) return;
  tip.textContent = nameOf(column);
  tip.style.insetInlineStart = "0";
  const left = Math.max(0, Math.min(box.clientWidth - tip.offsetWidth, placeOf(column.x) - tip.offsetWidth / 2));
  tip.style.translate = `${left}px ${column.y - column.top - tip.offsetHeight - 6}px`;
});
box.addEventListener("pointerleave", () => (tip.hidden = true));
on("drawing", () => (tip.hidden = true));
box.addEventListener("click", (click) => {
  if (!isLive() || click.defaultPrevented || !isPlain(click)) return;
  const column = columnAt(click);
  if (column) enter(column);
});

// ---- the keyboard

let link = null; // the column that has the focus
const leave = () => {
  const old = link;
  link = null;
  old?.remove();
};
const focusColumn = (column) => {
  leave();
  link = element("a", { className: "column-link", href: `#${order[column.event]}`, ariaLabel: [nameOf(column), names[column.lane]].filter(Boolean).join(", ") });
  Object.assign(link.style, { left: `${placeOf(column.x) - 6}px`, top: `${column.y - column.top - 3}px`, height: `${column.top + 6}px` });
  const own = link;
  own.column = column;
  own.addEventListener("blur", () => own === link && leave());
  own.addEventListener("click", (click) => {
    click.preventDefault();
    click.stopPropagation();
    enter(column).then(() => focusFirst());
  });
  box.append(own);
  own.focus({ preventScroll: true });
};
const items = () => {
  const events = chart.eventsOf();
  const marks = [...chart.drawn().ids].filter((id) => linkOf(id)).map((id) => ({ id, lane: chart.lanes.get(id), x: events.start[chart.indexOf(id)] }));
  return [...marks, ...chart.drawn().columns].sort((one, other) => one.x - other.x);
};
const focusItem = (item) => (item.id ? linkOf(item.id)?.focus() : focusColumn(item));
const focusFirst = () => items()[0] && focusItem(items()[0]);

const across = (from, step, all) => {
  const lanes = [...new Set(all.map(({ lane }) => lane))].sort((one, other) => step * (one - other));
  const lane = lanes.find((each) => step * (each - from.lane) > 0);
  const away = (item) => Math.abs(item.x - from.x);
  return all.filter((item) => item.lane === lane).sort((one, other) => away(one) - away(other))[0];
};
box.addEventListener(
  "keydown",
  async (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const { columns } = chart.drawn();
    const id = target.dataset?.event;
    if (!isLive() || ctrlKey || metaKey || altKey || !(target.column || (id && columns.length))) return;
    if (target.column && chart.keys[key]) {
      event.preventDefault();
      chart.keys[key]();
      return;
    }
    const step = { ArrowRight: forward, ArrowLeft: -forward }[key];
    if (!step && !["Home", "End", "ArrowUp", "ArrowDown"].includes(key)) return;
    event.preventDefault();
    event.stopPropagation();
    await chart.identified();
    const all = items();
    const at = all.findIndex((item) => (target.column ? item === target.column : item.id === id));
    const next = { Home: all[0], End: all.at(-1), ArrowUp: across(all[at], -1, all), ArrowDown: across(all[at], 1, all) }[key] ?? all[at + step];
    if (next) focusItem(next);
  },
  { capture: true },
);
