// What the parts of this page share: what the server has told, and the form that is shown.

export const element = (id) => document.getElementById(id);

export const state = {
  /** What is known of all files: `events`, `shared` (settings, people, places), `fields` by shape, names. */
  context: { events: [], shared: [], fields: {}, suggestions: {}, listed: {}, ids: [] },
  form: null,
  /** Forms with changes that are not saved, by file and event: they stay while others are shown. */
  waiting: new Map(),
  /** Which choice of a form is the latest: an answer to an earlier one comes too late. */
  choosing: 0,
  /** Whether the choice between two versions of a file is awaited. */
  isAsking: false,
};

export const say = (text) => (element("status").textContent = text);
export const keyOf = ({ file, number }) => `${file}#${number ?? ""}`;

/** The event, or the file beside the events, of this file and number. */
export const entryOf = (of) => [...state.context.events, ...state.context.shared].find((each) => keyOf(each) === keyOf(of));

/** On a narrow screen one part is shown at a time: "list", "form" or "preview". */
export const show = (part) => {
  document.body.dataset.pane = part;
  for (const each of document.querySelectorAll("[data-shows]")) each.setAttribute("aria-pressed", String(each.dataset.shows === part));
};
