// A question in a dialog: the rest of the page waits for the answer.

import { button, made } from "./made.js";

/** Show a question. Each answer has the text of its button and gives a value; Escape gives that of the last one. */
export const answerTo = (title, contents, answers) =>
  new Promise((resolve) => {
    const end = (value) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    const [, last] = answers.at(-1);
    const buttons = answers.map(([text, value, properties]) => button(text, () => end(value()), properties));
    const dialog = made(
      "dialog",
      { "aria-labelledby": "question-title" },
      made("h2", { id: "question-title" }, title),
      ...contents,
      made("p", { class: "row" }, ...buttons),
    );
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      end(last());
    });
    document.body.append(dialog);
    dialog.showModal();
  });
