// A track that is renamed in the settings: the events on it name it, too.

import { get, post } from "./api.js";
import { answerTo } from "./dialog.js";
import { made } from "./made.js";
import { state } from "./state.js";

/** The tracks that changes of a form rename, each with the events that are on it. */
const renamed = (form, changes) =>
  changes
    .filter(({ path: [list, , name], value }) => form.shape === "timeline" && list === "tracks" && name === "name" && value)
    .map(({ path: [, index], value }) => ({ old: form.base.tracks[index].name, value }))
    .map((each) => ({ ...each, events: state.context.events.filter(({ track }) => track === each.old) }))
    .filter(({ events }) => events.length);

/** Ask whether events are to follow; resolves to what is to be renamed, or to null if nothing is to be saved. */
export const askForEvents = async (form, changes) => {
  const found = renamed(form, changes);
  if (!found.length) return [];
  const sentences = found.map(({ old, value, events }) => made("p", {}, `“${old}” becomes “${value}”. ${events.length === 1 ? "One event is" : `${events.length} events are`} on this track.`));
  return answerTo("Rename the track in its events, too?", sentences, [
    ["In the events, too", () => found, { class: "primary" }],
    ["Only here", () => []],
    ["Save nothing yet", () => null],
  ]);
};

/** Rename tracks in their events, one file after the other. */
export const renameInEvents = async (found) => {
  for (const { value, events } of found) {
    for (const { file, number } of events) {
      const { hash } = await get("event", { file, number });
      await post("save", { file, number, hash, changes: [{ path: ["track"], value }] });
    }
  }
};
