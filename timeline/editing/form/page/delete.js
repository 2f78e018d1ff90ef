// The question before an event is deleted.

import { button, made } from "./made.js";

/** Ask whether this event is to go. Resolves to true or false. */
export const confirmed = (title) =>
  new Promise((resolve) => {
    const end = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const dialog = made(
      "dialog",
      { class: "conflict", "aria-labelledby": "delete-title" },
      made("h2", { id: "delete-title" }, "Delete this event?"),
      made("p", {}, `“${title}” and its sources are removed from the files. Where other events refer to it, a fault is shown.`),
      made("p", { class: "row" }, button("Delete it", () => end(true), { class: "primary" }), button("Keep it", () => end(false), { autofocus: true })),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      end(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
