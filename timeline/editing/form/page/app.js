// The page of `timeline edit`: the list of events, the form of one of them, and the preview beside it.

import { get } from "./api.js";
import { begin, choose, leave, refresh } from "./choosing.js";
import { loadList } from "./list.js";
import "./saving.js";
import { element, say, show, state } from "./state.js";

element("new").addEventListener("click", begin);
for (const each of document.querySelectorAll("[data-shows]")) each.addEventListener("click", () => show(each.dataset.shows));

// ---- what changes on the disk

const isSaving = () => element("save").ariaBusy === "true";

const look = async () => {
  await loadList();
  const own = state.form;
  if (!own || own.isNew || state.isAsking || isSaving()) return;
  const { hash } = own;
  try {
    const found = await get("event", { file: own.file, number: own.number });
    if (own !== state.form || found.hash === own.hash || isSaving()) return;
    if (hash !== own.hash) return; // it was saved while the answer was on its way, which is older
    if (own.isChanged) say("The file of this form was changed by another program. What you typed is still here; when you save, you can compare.");
    else {
      refresh(own, found);
      say("The file was changed by another program. The form shows it as it is now.");
    }
  } catch (error) {
    if (error.status !== 404 || own !== state.form || own.shape !== "event") return;
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
  const { events, shared } = state.context;
  const first = [...events, ...shared].find(({ id, file }) => wanted && (id === wanted || file === wanted)) ?? events[0];
  if (first && !state.choosing) await choose(first); // whoever began a new event meanwhile keeps its form
  else if (!state.choosing) begin();
  if (!wanted) show(matchMedia("(max-width: 46rem)").matches ? "list" : "form");
};

start().catch((error) => say(error.message));
