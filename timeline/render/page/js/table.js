// The same events as a sortable table, made when it is first shown.

const list = document.querySelector(".by-day");
const frame = document.querySelector(".as-table");
const switches = [...document.querySelectorAll("[data-view]")];
const collator = new Intl.Collator(root.lang, { numeric: true });
let rows = []; // for each event its id, its table row, and the value to sort by in each column
let sorted = [0, 1]; // column, and 1 (ascending) or -1

const row = ({ id, track }, order) => {
  const article = articles.get(id);
  const [time, title, place] = ["time", "h3", ".place"].map((part) => article.querySelector(part)?.textContent ?? "");
  const [source, ...more] = article.querySelectorAll(".source");
  const cells = [time, element("a", { href: `#${id}` }, title), track, place, source.cloneNode(true)];
  const tableRow = element("tr", {}, ...cells.map((cell, n) => element(n === 1 ? "th" : "td", {}, cell)));
  if (more.length) tableRow.lastChild.append(` +\u00a0${more.length}`);
  return { id, tableRow, keys: [order, title, track, place, source.textContent] };
};

const sort = (column) => {
  sorted = [column, sorted[0] === column ? -sorted[1] : 1];
  frame.querySelectorAll("thead th").forEach((head, n) => {
    if (n === column) head.setAttribute("aria-sort", sorted[1] > 0 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  });
  afterPaint(show);
};

const show = () => {
  const [column, direction] = sorted;
  const shown = rows.filter(({ id }) => matching.has(id));
  const compare = (one, other) => (typeof one === "number" ? one - other : collator.compare(one, other));
  shown.sort(({ keys: one }, { keys: other }) => direction * compare(one[column], other[column]) || one[0] - other[0]);
  frame.querySelector("tbody").replaceChildren(...shown.map(({ tableRow }) => tableRow));
};

const press = (isTable) => {
  for (const button of switches) button.setAttribute("aria-pressed", (button.dataset.view === "table") === isTable);
};
const view = (name) => {
  const isTable = name === "table";
  press(isTable);
  if (isTable && !rows.length) {
    rows = events.map(row);
    frame.querySelectorAll("thead button").forEach((button, n) => button.addEventListener("click", () => sort(n)));
  }
  [list.hidden, frame.hidden] = [isTable, !isTable];
  if (isTable) show();
};
const read = () => view(new URLSearchParams(location.search).get("view"));

for (const button of switches) {
  button.addEventListener("click", () => {
    press(button.dataset.view === "table");
    afterPaint(follow);
  });
}
const follow = () => {
  const { view: name } = switches.find((button) => button.ariaPressed === "true").dataset;
  view(name);
  setParameters([["view", name === "table" ? name : null]]);
};
on("matched", () => frame.hidden || show());
on("chosen", (id) => {
  if (!id || frame.hidden || document.querySelector("dialog[open]")) return;
  view("list");
  setParameters([["view", null]]);
});
addEventListener("popstate", read);
read();
