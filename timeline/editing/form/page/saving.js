// Saving, and taking back; two versions of a file.

import { get, post } from "./api.js";
import { changed } from "./checking.js";
import { begin, choose, leave, refresh } from "./choosing.js";
import { ask } from "./conflict.js";
import { answerTo } from "./dialog.js";
import { showUnmade } from "./faults.js";
import { loadList, showList } from "./list.js";
import { made } from "./made.js";
import { showEvent } from "./preview.js";
import { element, entryOf, keyOf, say, state } from "./state.js";
import { askForEvents, renameInEvents } from "./renaming.js";

const save = element("save");

const settle = async (own) => {
  if (state.isAsking) return;
  state.isAsking = true;
  try {
    const theirs = await get("event", { file: own.file, number: own.number });
    const chosen = await ask(own, theirs.values);
    if (!chosen) return say("Not saved: the file was changed meanwhile. Save again to compare both versions.");
    refresh(own, theirs, chosen);
    say(chosen.length ? "Not saved yet: look at the form, then save." : "The form shows the file as it is now.");
  } finally {
    state.isAsking = false;
  }
};

const gone = (own) => {
  const changes = own.changes();
  const { base } = own;
  const values = Object.entries(base).filter(([name]) => name !== "sources" && name !== "id");
  const fresh = [...values.map(([name, value]) => ({ path: [name], value })), ...(base.sources ?? []).map((value, at) => ({ path: ["sources", at], value }))];
  own.become({ file: null, number: null, hash: "", shape: "event", values: {} });
  own.apply([...fresh, ...changes.filter(({ path }) => path[0] !== "sources")]);
  changed();
  say("The file of this event is gone. What you typed is still here: Save makes a new event of it.");
};

const saved = async (own, found, sent) => {
  const wasNew = own.isNew;
  // What was typed while the answer was awaited is not saved yet
  const known = new Set(sent.map((each) => JSON.stringify(each)));
  const later = own.changes().filter((each) => (!own.isList(each.path[0]) || each.path.length === 3) && !known.has(JSON.stringify(each)));
  state.waiting.delete(own.key);
  refresh(own, found, later);
  await loadList();
  own.context = Object.assign(own.context, state.context);
  if (wasNew && own === state.form) {
    const event = entryOf(own);
    history.replaceState(null, "", `#${encodeURIComponent(event?.id ?? "")}`);
    showEvent(event?.id ?? "");
    changed();
  }
  const draft = found.is_draft ? " It is a draft, which the page leaves out, because something is missing." : "";
  const name = found.shape === "event" ? found.values.title || "the event" : entryOf(found)?.title;
  say(`Saved: ${name}.${draft}`);
};

const saveNow = async () => {
  if (!state.form?.isChanged || save.ariaBusy === "true") return;
  save.ariaBusy = "true";
  const own = state.form;
  const { file, number, hash } = own;
  const changes = own.changes();
  try {
    const renamed = await askForEvents(own, changes);
    if (!renamed) return say("Nothing was saved.");
    const answer = await post(file === null ? "new" : "save", { file, number, hash, changes });
    await renameInEvents(renamed);
    await saved(own, answer, changes);
  } catch (error) {
    if (error.status === 409) await settle(own).catch((other) => say(other.message));
    else if (error.status === 404 && file !== null) gone(own);
    else if (error.status === 422) {
      showUnmade(own, error.content.unmade);
      say("Nothing was saved.");
    } else {
      say(`Not saved. ${error.message}`);
      if (own.isNew && !own.controls.get("title").read()) own.controls.get("title").focus.focus();
    }
  } finally {
    save.ariaBusy = "false";
  }
};

const takeBack = async () => {
  if (state.isAsking) return;
  state.isAsking = true; // what changes on the disk is no other program's doing
  try {
    const found = await post("undo", {});
    state.waiting.delete(keyOf(found));
    await loadList();
    const own = state.form;
    const entry = entryOf(found);
    if (!entry && own?.key === keyOf(found)) await leave(found.file);
    else if (own?.key === keyOf(found)) refresh(own, await get("event", { file: found.file, number: found.number }));
    else if (entry) await choose(entry, true);
    say(entry ? `Taken back: the last save of ${found.title}.` : `Taken back: ${found.title} is removed again.`);
  } catch (error) {
    say(error.status === 409 ? "Not taken back: the file was changed since it was saved." : error.message);
  } finally {
    state.isAsking = false;
  }
};

const throwAway = async () => {
  if (state.form.isNew) {
    state.waiting.delete("new");
    state.form = null; // so that it is not kept
    begin();
    return;
  }
  const own = state.form;
  state.waiting.delete(own.key);
  refresh(own, await get("event", { file: own.file, number: own.number }));
  showList();
  say("Your changes were discarded. The form shows the file.");
};

const deleteNow = async () => {
  const own = state.form;
  const { file, number, hash, base } = own;
  // their numbers would be those of other events
  if ([...state.waiting.values()].some((each) => each !== own && each.file === file)) return say("Not deleted: first save what you changed in the other events of this file.");
  const title = base.title || file;
  const question = `“${title}” and its sources are removed from the files. Where other events refer to it, a fault is shown.`;
  const answers = [["Delete it", () => true, { class: "primary" }], ["Keep it", () => false, { autofocus: true }]];
  if (!(await answerTo("Delete this event?", [made("p", {}, question)], answers))) return;
  try {
    await post("delete", { file, number, hash });
    state.waiting.delete(own.key);
    await leave(file);
    say(`Deleted: ${title}. “Undo last save” brings it back.`);
  } catch (error) {
    say(error.status === 409 ? "Not deleted: the file was changed by another program. Look at the event again." : error.message);
  }
};


save.addEventListener("click", saveNow);
element("delete").addEventListener("click", deleteNow);
element("undo").addEventListener("click", takeBack);
element("discard").addEventListener("click", throwAway);
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  saveNow();
});
addEventListener("beforeunload", (event) => {
  if (state.form?.isChanged || state.waiting.size) event.preventDefault();
});
