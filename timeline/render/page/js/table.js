// The same events as a table, made when it is first shown.

const list = document.querySelector(".by-day");
const frame = document.querySelector(".as-table");
const switches = [...document.querySelectorAll("[data-view]")];
const collator = new Intl.Collator(root.lang, { numeric: true });
let rows = []; // for each event its id, its table row, and the value to sort by in each column

const row = ({ id, track }, order) => {
  const article = articles.get(id);
  const [time, title, place] = ["time", "h3", ".place"].map((part) => article.querySelector(part)?.textContent ?? "");
  const [source, ...more] = article.querySelectorAll(".source");
  const cells = [time, element("a", { href: `#${id}` }, title), track, place, source.cloneNode(true)];
  const tableRow = element("tr", {}, ...cells.map((cell, n) => element(n === 1 ? "th" : "td", {}, cell)));
  if (more.length) tableRow.lastChild.append(` +\u00a0${more.length}`);
  return { id, tableRow, keys: [order, title, track, place, source.textContent] };
};

const show = () => {
  const [column, direction] = sorted;
  const shown = rows.filter(({ id }) => matching.has(id));
  const compare = (one, other) => (typeof one === "number" ? one - other : collator.compare(one, other));
  shown.sort(({ keys: one }, { keys: other }) => direction * compare(one[column], other[column]) || one[0] - other[0]);
  frame.querySelector("tbody").replaceChildren(...shown.map(({ tableRow }) => tableRow));
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
