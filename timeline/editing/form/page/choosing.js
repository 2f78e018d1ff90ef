// Which form is shown: that of an event, of a new one, or of a file beside the events.

import { get } from "./api.js";
import { changed } from "./checking.js";
import { Form } from "./form.js";
import { loadList, showList } from "./list.js";
import { made } from "./made.js";
import { showEvent } from "./preview.js";
import { element, keyOf, say, show, state } from "./state.js";

const pane = element("form-pane");

const keep = () => {
  const { form, waiting } = state;
  if (form?.isChanged) waiting.set(form.key, form);
  else if (form) waiting.delete(form.key);
};

const put = (next, isFocused) => {
  state.form = next;
  pane.replaceChildren(next.element);
  pane.scrollTop = 0;
  show("form");
  showList();
  changed();
  if (isFocused) pane.focus({ preventScroll: true });
};

/** Show the form of an entry of the list. */
export const choose = async (entry, isFocused = false) => {
  const number = (state.choosing += 1);
  keep();
  history.replaceState(null, "", `#${encodeURIComponent(entry.id || entry.file)}`);
  if (entry.problem) {
    state.form = null;
    element("delete").hidden = true;
    element("discard").hidden = true;
    element("save").disabled = true;
    pane.replaceChildren(made("h2", {}, entry.title), made("p", {}, "This file cannot be shown as a form until it is mended with a text editor."), made("p", {}, `${entry.problem}.`));
    show("form");
    return showList();
  }
  if (entry.id || entry.shape) showEvent(entry.id);
  const known = state.waiting.get(keyOf(entry));
  try {
    const next = known ?? new Form(await get("event", { file: entry.file, number: entry.number }), state.context);
    if (number !== state.choosing) return;
    keep(); // what was typed while the answer was awaited
    put(next, isFocused);
    if (!known) say("");
  } catch (error) {
    say(error.message);
  }
};

/** Show an empty form. */
export const begin = () => {
  state.choosing += 1;
  keep();
  history.replaceState(null, "", "#");
  showEvent("");
  put(state.waiting.get("new") ?? new Form({ file: null, number: null, hash: "", shape: "event", values: {} }, state.context));
  state.form.controls.get("title").focus.focus();
  say("");
};

/** A form as its file is now, with some changes on top; it may be one that is not shown any more. */
export const refresh = (old, shown, changes = []) => {
  const place = pane.scrollTop;
  const focused = document.activeElement?.closest("[data-path]")?.dataset.path;
  const opened = [...old.element.querySelectorAll("details[open]")].map((each) => each.dataset.path).filter(Boolean);
  old.context = Object.assign(old.context, state.context);
  old.become(shown);
  old.apply(changes);
  for (const path of opened) old.element.querySelector(`details[data-path="${CSS.escape(path)}"]`)?.setAttribute("open", "");
  pane.scrollTop = place;
  if (old !== state.form) return;
  if (focused) old.element.querySelector(`[data-path="${CSS.escape(focused)}"] :is(input, select, textarea)`)?.focus({ preventScroll: true });
  changed();
};

/** Show another event than one that is gone, of the same file if it has any. */
export const leave = async (file) => {
  state.form = null;
  await loadList();
  const next = state.context.events.find((each) => each.file === file) ?? state.context.events[0];
  if (next) await choose(next, true);
  else begin();
};
