// What is renamed beside the events, a track or a source, and named by events: they can name it anew, too.

import { get, post } from "./api.js";
import { answerTo } from "./dialog.js";
import { made } from "./made.js";
import { state } from "./state.js";

/** By the form in which something is renamed: where, which events name it, and what is changed in one. */
const NAMED = {
  timeline: {
    list: "tracks",
    field: "name",
    question: "Rename the track in its events, too?",
    said: (count) => `${count === 1 ? "One event is" : `${count} events are`} on this track.`,
    isIn: ({ track }, old) => track === old,
    changes: (_, __, value) => [{ path: ["track"], value }],
  },
  documents: {
    list: "documents",
    field: "id",
    question: "Rename the source in the events, too?",
    said: (count) => `${count === 1 ? "One event cites" : `${count} events cite`} this source.`,
    isIn: ({ sources }, old) => sources.includes(old),
    changes: ({ sources }, old, value) => sources.flatMap(({ source }, at) => (source === old ? [{ path: ["sources", at, "source"], value }] : [])),
  },
};

/** What changes of a form rename, each with the events that name it. */
const renamed = (form, changes) => {
  const named = NAMED[form.shape];
  if (!named) return [];
  return changes
    .filter(({ path: [list, , name], value }) => list === named.list && name === named.field && value)
    .map(({ path: [, index], value }) => ({ named, old: form.base[named.list][index][named.field], value }))
    .map((each) => ({ ...each, events: state.context.events.filter((event) => each.old && named.isIn(event, each.old)) }))
    .filter(({ events }) => events.length);
};

/** Ask whether events are to follow; resolves to what is to be renamed, or to null if nothing is to be saved. */
export const askForEvents = async (form, changes) => {
  const found = renamed(form, changes);
  if (!found.length) return [];
  const sentences = found.map(({ named, old, value, events }) => made("p", {}, `“${old}” becomes “${value}”. ${named.said(events.length)}`));
  return answerTo(found[0].named.question, sentences, [
    ["In the events, too", () => found, { class: "primary" }],
    ["Only here", () => []],
    ["Save nothing yet", () => null],
  ]);
};

/** Rename in the events, one file after the other. */
export const renameInEvents = async (found) => {
  for (const { named, old, value, events } of found) {
    for (const { file, number } of events) {
      const { hash, values } = await get("event", { file, number });
      await post("save", { file, number, hash, changes: named.changes(values, old, value) });
    }
  }
};
