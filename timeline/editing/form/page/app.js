// The page of `timeline edit`: the list of events, the form of one of them, and the preview beside it.

import { get, post } from "./api.js";
import { ask } from "./conflict.js";
import { answerTo } from "./dialog.js";
import { showFaults, showUnmade } from "./faults.js";
import { Form } from "./form.js";
import { button, made } from "./made.js";
import { showEvent, showTyped } from "./preview.js";

const element = (id) => document.getElementById(id);
const [list, pane, status, save, undo, discard, remove, filter] = ["events", "form-pane", "status", "save", "undo", "discard", "delete", "filter"].map(element);

let context = { events: [], fields: [], suggestions: {}, ids: [] };
let form = null;
let isAsking = false;
let choosing = 0; // which choice of an event is the latest: an answer to an earlier one comes too late
/** Forms with changes that are not saved, by event: they stay while others are shown. */
const waiting = new Map();

const say = (text) => (status.textContent = text);
const keyOf = ({ file, number }) => `${file}#${number ?? ""}`;
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// ---- the list of events

const marks = (event) => {
  const found = [];
  if (event.draft) found.push("draft");
  if (event.faults) found.push("to mend");
  if (waiting.has(keyOf(event)) || (form?.key === keyOf(event) && form.isChanged)) found.push("not saved");
  return found.map((each) => made("span", { class: "mark" }, each));
};

const showList = () => {
  const wanted = folded(filter.value.trim());
  const found = context.events.filter(({ title, date, track, id }) => folded(`${title} ${date} ${track} ${id}`).includes(wanted));
  const focused = document.activeElement?.closest?.("#events button")?.dataset.key;
  list.replaceChildren(
    ...found.map((event) =>
      made(
        "li",
        {},
        made(
          "button",
          { type: "button", class: "event", "data-key": keyOf(event), "aria-current": form?.key === keyOf(event) ? "true" : undefined, onclick: () => choose(event, true) },
          made("span", { class: "day" }, event.date),
          made("span", { class: "title" }, event.title),
          ...marks(event),
        ),
      ),
    ),
  );
  element("count").textContent = wanted ? `${found.length} of ${context.events.length}` : "";
  if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
};

const loadList = async () => {
  const found = await get("events");
  context = { ...context, ...found };
  showUndo(found.undo);
  showList();
};

const showUndo = (title) => {
  undo.hidden = !title;
  undo.title = title ? `Take back the last save: ${title}` : "";
};

// ---- one event

/** On a narrow screen one part is shown at a time: "list", "form" or "preview". */
const show = (part) => {
  document.body.dataset.pane = part;
  for (const each of document.querySelectorAll("[data-shows]")) each.setAttribute("aria-pressed", String(each.dataset.shows === part));
};

const keep = () => {
  if (form?.isChanged) waiting.set(form.key, form);
  else if (form) waiting.delete(form.key);
};

const put = (next, isFocused) => {
  form = next;
  pane.replaceChildren(form.element);
  pane.scrollTop = 0;
  show("form");
  showList();
  changed();
  if (isFocused) pane.focus({ preventScroll: true });
};

const choose = async (event, isFocused = false) => {
  const number = (choosing += 1);
  keep();
  history.replaceState(null, "", `#${encodeURIComponent(event.id || event.file)}`);
  if (event.problem) {
    form = null;
    remove.hidden = true;
    pane.replaceChildren(made("h2", {}, event.title), made("p", {}, "This file cannot be shown as a form until it is mended with a text editor."), made("p", {}, `${event.problem}.`));
    show("form");
    return showList();
  }
  if (event.id) showEvent(event.id);
  const known = waiting.get(keyOf(event));
  try {
    const next = known ?? new Form(await get("event", { file: event.file, number: event.number }), context);
    if (number !== choosing) return;
    keep(); // what was typed while the answer was awaited
    put(next, isFocused);
    if (!known) say("");
  } catch (error) {
    say(error.message);
  }
};

const begin = () => {
  choosing += 1;
  keep();
  history.replaceState(null, "", "#");
  put(waiting.get("new") ?? new Form({ file: null, number: null, hash: "", values: {} }, context));
  form.controls.get("title").focus.focus();
  say("");
};

/** A form as its file is now, with some changes on top; it may be one that is not shown any more. */
const refresh = (old, event, changes = []) => {
  const place = pane.scrollTop;
  const focused = document.activeElement?.closest("[data-path]")?.dataset.path;
  const opened = [...old.element.querySelectorAll("details[open]")].map((each) => each.dataset.path).filter(Boolean);
  old.context = Object.assign(old.context, context);
  old.become(event);
  old.apply(changes);
  for (const path of opened) old.element.querySelector(`details[data-path="${CSS.escape(path)}"]`)?.setAttribute("open", "");
  pane.scrollTop = place;
  if (old !== form) return;
  if (focused) old.element.querySelector(`[data-path="${CSS.escape(focused)}"] :is(input, select, textarea)`)?.focus({ preventScroll: true });
  changed();
};

// ---- what is typed

let timer = 0;
let checking = 0;

const check = async () => {
  const own = form;
  const number = (checking += 1);
  const { file, number: place } = own;
  try {
    const found = await post("check", { file, number: place, changes: own.changes() });
    if (number !== checking || own !== form) return;
    showFaults(own, found, {
      title: (path) => context.events.find((each) => each.file === path && !each.problem)?.title,
      open: (path) => choose(context.events.find((each) => each.file === path), true),
    });
    const hasFaults = [...found.faults.filter((each) => each.is_error), ...found.elsewhere].length > 0;
    showTyped(found.id, found.article, own, hasFaults);
  } catch (error) {
    if (error.status !== 404) say(error.message);
  }
};

const changed = () => {
  const isChanged = form.isChanged;
  save.disabled = !isChanged;
  discard.hidden = !isChanged;
  remove.hidden = form.isNew;
  form.named();
  clearTimeout(timer);
  timer = setTimeout(check, 300);
};

pane.addEventListener("input", ({ target }) => {
  if (!form) return;
  const path = target.matches("input, select, textarea") && target.closest("[data-path]")?.dataset.path;
  if (path) form.touched.add(path);
  changed();
});
pane.addEventListener("change", () => form && changed());

// ---- saving, and taking back

const settle = async (own) => {
  if (isAsking) return;
  isAsking = true;
  try {
    const theirs = await get("event", { file: own.file, number: own.number });
    const chosen = await ask(own, theirs.values);
    if (!chosen) return say("Not saved: the file was changed meanwhile. Save again to compare both versions.");
    refresh(own, theirs, chosen);
    say(chosen.length ? "Not saved yet: look at the form, then save." : "The form shows the file as it is now.");
  } finally {
    isAsking = false;
  }
};

const gone = (own) => {
  const changes = own.changes();
  const { base } = own;
  const values = Object.entries(base).filter(([name]) => name !== "sources" && name !== "id");
  const fresh = [...values.map(([name, value]) => ({ path: [name], value })), ...(base.sources ?? []).map((value, at) => ({ path: ["sources", at], value }))];
  own.become({ file: null, number: null, hash: "", values: {} });
  own.apply([...fresh, ...changes.filter(({ path }) => path[0] !== "sources")]);
  changed();
  say("The file of this event is gone. What you typed is still here: Save makes a new event of it.");
};

const saved = async (own, found, sent) => {
  const wasNew = own.isNew;
  // What was typed while the answer was awaited is not saved yet
  const known = new Set(sent.map((each) => JSON.stringify(each)));
  const later = own.changes().filter((each) => (each.path[0] !== "sources" || each.path.length === 3) && !known.has(JSON.stringify(each)));
  waiting.delete(own.key);
  refresh(own, found, later);
  await loadList();
  own.context = Object.assign(own.context, context);
  if (wasNew && own === form) {
    const event = context.events.find((each) => keyOf(each) === own.key);
    history.replaceState(null, "", `#${encodeURIComponent(event?.id ?? "")}`);
    showEvent(event?.id ?? "");
    changed();
  }
  const draft = found.is_draft ? " It is a draft, which the page leaves out, because something is missing. Take the tick at Draft away when it is complete." : "";
  say(`Saved: ${found.values.title || "the event"}.${draft}`);
};

const saveNow = async () => {
  if (!form?.isChanged || save.ariaBusy === "true") return;
  save.ariaBusy = "true";
  const own = form;
  const { file, number, hash } = own;
  const changes = own.changes();
  try {
    await saved(own, await post(file === null ? "new" : "save", { file, number, hash, changes }), changes);
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
  try {
    const found = await post("undo", {});
    waiting.delete(keyOf(found));
    await loadList();
    const own = form;
    if (own?.key === keyOf(found)) refresh(own, await get("event", { file: found.file, number: found.number }));
    else await choose(context.events.find((each) => keyOf(each) === keyOf(found)), true);
    say(`Taken back: the last save of ${found.title}.`);
  } catch (error) {
    say(error.status === 409 ? "Not taken back: the file was changed since it was saved." : error.message);
  }
};

const throwAway = async () => {
  if (form.isNew) {
    waiting.delete("new");
    form = null; // so that it is not kept
    begin();
    return;
  }
  const own = form;
  waiting.delete(own.key);
  refresh(own, await get("event", { file: own.file, number: own.number }));
  showList();
  say("Your changes were discarded. The form shows the file.");
};

/** Show another event than one that is gone, of the same file if it has any. */
const leave = async (file) => {
  form = null;
  await loadList();
  const next = context.events.find((each) => each.file === file) ?? context.events[0];
  if (next) await choose(next, true);
  else begin();
};

const deleteNow = async () => {
  const own = form;
  const { file, number, hash, base } = own;
  // their numbers would be those of other events
  if ([...waiting.values()].some((each) => each !== own && each.file === file)) return say("Not deleted: first save what you changed in the other events of this file.");
  const title = base.title || file;
  const question = `“${title}” and its sources are removed from the files. Where other events refer to it, a fault is shown.`;
  const answers = [["Delete it", () => true, { class: "primary" }], ["Keep it", () => false, { autofocus: true }]];
  if (!(await answerTo("Delete this event?", [made("p", {}, question)], answers))) return;
  try {
    await post("delete", { file, number, hash });
    waiting.delete(own.key);
    await leave(file);
    say(`Deleted: ${title}. “Undo last save” brings it back.`);
  } catch (error) {
    say(error.status === 409 ? "Not deleted: the file was changed by another program. Look at the event again." : error.message);
  }
};

save.addEventListener("click", saveNow);
remove.addEventListener("click", () => deleteNow());
undo.addEventListener("click", takeBack);
discard.addEventListener("click", throwAway);
element("new").addEventListener("click", begin);
filter.addEventListener("input", showList);
for (const each of document.querySelectorAll("[data-shows]")) each.addEventListener("click", () => show(each.dataset.shows));
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
  event.preventDefault();
  saveNow();
});
addEventListener("beforeunload", (event) => {
  if (form?.isChanged || waiting.size) event.preventDefault();
});

// ---- what changes on the disk

const look = async () => {
  await loadList();
  if (!form || form.isNew || isAsking || save.ariaBusy === "true") return;
  const own = form;
  try {
    const found = await get("event", { file: own.file, number: own.number });
    if (own !== form || found.hash === own.hash || save.ariaBusy === "true") return;
    if (own.isChanged) say("The file of this event was changed by another program. What you typed is still here; when you save, you can compare.");
    else {
      refresh(own, found);
      say("The file was changed by another program. The form shows it as it is now.");
    }
  } catch (error) {
    if (error.status !== 404 || own !== form) return;
    if (own.isChanged) say("The file of this event is gone. Save makes a new event of what is here.");
    else {
      await leave(own.file);
      say(`Another program has removed ${own.base.title || own.file}.`);
    }
  }
};

let source = null;
const connect = () => {
  source?.close();
  source = new EventSource("/__timeline/events");
  source.addEventListener("message", () => look().catch((error) => say(error.message)));
};

// A browser has few connections to a server: a tab that is not seen gives its own back.
document.addEventListener("visibilitychange", () => (document.hidden ? source.close() : connect()));
addEventListener("pagehide", () => source?.close());

const start = async () => {
  await loadList();
  element("new").disabled = false; // before, the fields of an event are not known
  connect();
  const wanted = decodeURIComponent(location.hash.slice(1));
  const first = context.events.find(({ id, file }) => id === wanted || file === wanted) ?? context.events[0];
  if (first && !choosing) await choose(first); // whoever began a new event meanwhile keeps its form
  if (!wanted) show(matchMedia("(max-width: 46rem)").matches ? "list" : "form");
};

start().catch((error) => say(error.message));
