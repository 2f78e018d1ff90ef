// The same events as a table, made when it is first shown: so many rows at a time.

const MOST_ROWS = 200;
const list = document.querySelector(".by-day");
const frame = document.querySelector(".as-table");
const body = frame.querySelector("tbody");
const switches = [...document.querySelectorAll("[data-view]")];
const count = element("span");
const more = element("button", { type: "button", textContent: longTexts.more });
frame.querySelector("table").after(element("p", { className: "rows" }, more, " ", count));
let columns = null; // the texts of each column, in order of time
let ranks = []; // for each column the place of each event when sorted by it
let rows = []; // the numbers of the events that the table shows, sorted

const readTable = async () => {
  const [table] = await Promise.all([loaded("table"), indexed()]);
  const [date, title, place, url] = ["date", "title", "place", "url"].map((name) => table[name].split("\n"));
  columns ??= { date, title, place, url, more: table.more, publisher: table.publisher.map((number) => table.publishers[number]), track: events.map(({ track }) => track) };
};
const row = (number) => {
  const { date, title, track, place, publisher, url, more: others } = columns;
  const source = element("a", { className: "source", href: url[number], target: "_blank", rel: "noopener noreferrer" }, publisher[number]);
  const cells = [date[number], element("a", { href: `#${order[number]}` }, title[number]), track[number], place[number], source];
  const made = element("tr", {}, ...cells.map((cell, n) => element(n === 1 ? "th" : "td", {}, cell)));
  if (others[number]) made.lastChild.append(` + ${others[number]}`);
  return made;
};
const ranked = (column) => {
  const texts = [null, columns.title, columns.track, columns.place, columns.publisher][column];
  if (!texts) return order.map((_, number) => number);
  const { compare } = new Intl.Collator(root.lang, { numeric: true });
  const found = new Map([...new Set(texts)].sort(compare).map((text, rank) => [text, rank]));
  return texts.map((text) => found.get(text));
};

const add = () => {
  const from = body.children.length;
  body.append(...rows.slice(from, from + MOST_ROWS).map(row));
  more.hidden = body.children.length >= rows.length;
  count.textContent = more.hidden ? "" : filled(messages.place, { n: body.children.length, all: rows.length });
};
more.addEventListener("click", add);
const show = () => {
  const [column, direction] = sorted;
  const rank = (ranks[column] ??= ranked(column));
  rows = order.flatMap((id, number) => (matching.has(id) ? [number] : []));
  rows.sort((one, other) => direction * (rank[one] - rank[other]) || one - other);
  body.replaceChildren();
  add();
};
frame.querySelectorAll("thead button").forEach((button, n) => button.addEventListener("click", () => sort(n)));

const view = async (name) => {
  const isTable = name === "table";
  press(isTable);
  if (isTable) {
    try {
      await readTable();
    } catch {
      tellFailure();
      return view("list");
    }
  }
  [list.hidden, frame.hidden] = [isTable, !isTable];
  if (isTable) show();
};
