// What sorts the table, and what leads from the list to the table and back: `view` and `show` are those of each.

let sorted = [0, 1]; // column, and 1 (ascending) or -1
const sort = (column) => {
  sorted = [column, sorted[0] === column ? -sorted[1] : 1];
  frame.querySelectorAll("thead th").forEach((head, n) => {
    if (n === column) head.setAttribute("aria-sort", sorted[1] > 0 ? "ascending" : "descending");
    else head.removeAttribute("aria-sort");
  });
  afterPaint(show);
};

const press = (isTable) => {
  for (const button of switches) button.setAttribute("aria-pressed", (button.dataset.view === "table") === isTable);
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
