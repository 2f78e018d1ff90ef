// The list beside the form: settings, people and places, and every event.

import { get } from "./api.js";
import { choose } from "./choosing.js";
import { made } from "./made.js";
import { element, keyOf, state } from "./state.js";

const [list, shared, filter, undo] = ["events", "shared", "filter", "undo"].map(element);

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const marks = (entry) => {
  const { form, waiting } = state;
  const found = [];
  if (entry.draft) found.push("draft");
  if (entry.faults) found.push("to mend");
  else if (entry.warnings) found.push(entry.warnings === 1 ? "a warning" : `${entry.warnings} warnings`);
  if (waiting.has(keyOf(entry)) || (form?.key === keyOf(entry) && form.isChanged)) found.push("not saved");
  return found.map((each) => made("span", { class: "mark" }, each));
};

const item = (entry, ...contents) =>
  made(
    "li",
    {},
    made(
      "button",
      { type: "button", class: "event", "data-key": keyOf(entry), "aria-current": state.form?.key === keyOf(entry) ? "true" : undefined, onclick: () => choose(entry, true) },
      ...contents,
      ...marks(entry),
    ),
  );

const title = (entry) => made("span", { class: "title" }, entry.title);

export const showList = () => {
  const { events } = state.context;
  const wanted = folded(filter.value.trim());
  const found = events.filter(({ title: words, date, track, id }) => folded(`${words} ${date} ${track} ${id}`).includes(wanted));
  const focused = document.activeElement?.closest?.("#list-pane button")?.dataset.key;
  shared.replaceChildren(...state.context.shared.map((each) => item(each, title(each))));
  list.replaceChildren(...found.map((each) => item(each, made("span", { class: "day" }, each.date), title(each))));
  element("count").textContent = wanted ? `${found.length} of ${events.length}` : "";
  if (focused) document.querySelector(`#list-pane [data-key="${CSS.escape(focused)}"]`)?.focus();
};

export const loadList = async () => {
  const found = await get("events");
  Object.assign(state.context, found);
  undo.hidden = !found.undo;
  undo.title = found.undo ? `Take back the last save: ${found.undo}` : "";
  showList();
};

filter.addEventListener("input", showList);
