// The same events as a table that can be sorted, made when it is first asked for.

const list = document.querySelector(".events ol");
const frame = document.querySelector(".as-table");
const switches = [...document.querySelectorAll("[data-view]")];
const collator = new Intl.Collator(root.lang, { numeric: true });
let rows = []; // [event's id, its row, what to sort by per column]
let sorted = [0, 1]; // column, and 1 or -1 for its direction

const row = ({ id }, order) => {
  const article = articles.get(id);
  const [time, place, track] = ["time", ".place", ".told > .track"].map((part) => article.querySelector(part));
  const sources = article.querySelectorAll(".source");
  const texts = [time, null, track, place].map((part) => part?.firstChild.textContent ?? "");
  const title = made("a", { href: `#${id}` }, article.querySelector("h3").textContent);
  const more = sources.length > 1 ? [` + ${sources.length - 1}`] : [];
  const cells = [texts[0], title, texts[2], texts[3], [sources[0].cloneNode(true), ...more]];
  const line = made("tr", {}, ...cells.map((cell, n) => made(n === 1 ? "th" : "td", n === 1 ? { scope: "row" } : {}, ...[cell].flat())));
  return [id, line, [order, title.textContent, texts[2], texts[3], sources.length]];
};

const sort = (column) => {
  sorted = [column, sorted[0] === column ? -sorted[1] : 1];
  show();
};

const compared = (one, other) => (typeof one === "number" ? one - other : collator.compare(one, other));

const show = () => {
  const [column, direction] = sorted;
  frame.querySelectorAll("thead th").forEach((head, n) => {
    if (n === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  });
  const shown = rows.filter(([id]) => matching.has(id));
  shown.sort(([, , one], [, , other]) => direction * compared(one[column], other[column]) || one[0] - other[0]);
  frame.querySelector("tbody").replaceChildren(...shown.map(([, line]) => line));
};

const view = (name) => {
  const isTable = name === "table";
  if (isTable && !rows.length) {
    rows = events.map(row);
    frame.querySelectorAll("thead button").forEach((button, n) => button.addEventListener("click", () => sort(n)));
  }
  [list.hidden, frame.hidden] = [isTable, !isTable];
  for (const button of switches) button.setAttribute("aria-pressed", button.dataset.view === name);
  if (isTable) show();
  remember({ view: isTable ? name : null });
};

for (const button of switches) button.addEventListener("click", () => view(button.dataset.view));
hear("matched", () => rows.length && show());
hear("chosen", (id) => {
  if (!id || frame.hidden) return;
  view("list");
  articles.get(id).scrollIntoView();
});
if (new URLSearchParams(location.search).get("view") === "table") view("table");
