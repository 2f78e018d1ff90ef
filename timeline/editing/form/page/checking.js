// While one types: what is wrong, at the fields, and the event as the page would show it.

import { post } from "./api.js";
import { choose } from "./choosing.js";
import { showFaults } from "./faults.js";
import { showTyped } from "./preview.js";
import { element, say, state } from "./state.js";

const PAUSE = 300;
const pane = element("form-pane");
let timer = 0;
let checking = 0;

const entryOfFile = (path) => [...state.context.events, ...state.context.shared].find((each) => each.file === path);

const check = async () => {
  const own = state.form;
  const number = (checking += 1);
  const { file, number: place } = own;
  try {
    const found = await post("check", { file, number: place, changes: own.changes() });
    if (number !== checking || own !== state.form) return;
    showFaults(own, found, {
      title: (path) => entryOfFile(path)?.title,
      open: (path) => choose(entryOfFile(path), true),
    });
    const hasFaults = [...found.faults.filter((each) => each.is_error), ...found.elsewhere].length > 0;
    showTyped(found.id, found.article, own, hasFaults);
  } catch (error) {
    if (error.status !== 404) say(error.message);
  }
};

/** What follows from any change of the form that is shown. */
export const changed = () => {
  const { form } = state;
  if (!form) return;
  element("save").disabled = !form.isChanged;
  element("discard").hidden = !form.isChanged;
  element("delete").hidden = form.isNew || form.shape !== "event";
  form.named();
  clearTimeout(timer);
  timer = setTimeout(check, PAUSE);
};

pane.addEventListener("input", ({ target }) => {
  const path = target.matches("input, select, textarea") && target.closest("[data-path]")?.dataset.path;
  if (path) state.form?.touched.add(path);
  changed();
});
pane.addEventListener("change", changed);
