// What is wrong, at the fields and in a list above them.

import { button, made } from "./made.js";

const at = (form, path) => {
  for (let length = path.length; length; length -= 1) {
    const found = form.element.querySelector(`[data-path="${CSS.escape(JSON.stringify(path.slice(0, length)))}"]`);
    if (found) return found;
  }
  return null;
};

/** The control to go to for a place in the form, all that is folded around it opened. */
export const goTo = (form, path) => {
  const place = at(form, path) ?? form.element;
  for (let each = place; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
  const control = place.querySelector("input:not([hidden]), select, textarea, button");
  control?.focus();
  control?.scrollIntoView({ block: "center" });
};

const sentence = ({ message, hint }) => (hint ? `${message}. Try: ${hint}` : message);

const clear = (form) => {
  for (const each of form.element.querySelectorAll("ul.faults")) each.replaceChildren();
  for (const each of form.element.querySelectorAll("[aria-invalid]")) each.removeAttribute("aria-invalid");
};

const show = (form, fault) => {
  const place = at(form, fault.path);
  const list = place?.closest(".field, .card")?.querySelector(":scope > .faults, :scope > div > .faults");
  if (!list) return false;
  list.append(made("li", { class: fault.is_error ? "error" : "warning" }, sentence(fault)));
  if (fault.is_error) place.querySelector("input, select, textarea")?.setAttribute("aria-invalid", "true");
  return true;
};

/** Whether a fault is in what is new and was not touched yet: then it is only listed. */
const isQuiet = (form, { path }) => {
  const isFresh = form.isNew || form.controls.get(path[0])?.cards?.[path[1]]?.index === null;
  return isFresh && ![...form.touched].some((each) => JSON.stringify(path).startsWith(each.slice(0, -1)));
};

const number = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** Show the faults of a form, and in a second list those of other events. */
export const showFaults = (form, { faults, elsewhere }, choose) => {
  clear(form);
  const errors = faults.filter((each) => each.is_error);
  const homeless = faults.filter((each) => !isQuiet(form, each) && !show(form, each) && !each.is_error);
  const links = errors.map((each) => made("li", {}, button(form.label(each.path), () => goTo(form, each.path), { class: "link" }), `: ${sentence(each)}`));
  const others = [...new Map(elsewhere.map((each) => [each.file, each])).values()].map((each) =>
    made("li", {}, choose.title(each.file) ? button(choose.title(each.file), () => choose.open(each.file), { class: "link" }) : each.file, `: ${sentence(each)}`),
  );
  const title = form.isNew ? "Still to fill in" : `${number(errors.length, "thing", "things")} to mend before the page can show this`;
  form.note.replaceChildren(
    ...(links.length ? [made("section", { class: "summary" }, made("h3", {}, title), made("ul", {}, ...links))] : []),
    ...(homeless.length ? [made("section", { class: "summary quiet" }, made("h3", {}, number(homeless.length, "warning", "warnings")), made("ul", {}, ...homeless.map((each) => made("li", {}, sentence(each)))))] : []),
    ...(others.length ? [made("section", { class: "summary" }, made("h3", {}, `${number(others.length, "other event has", "other events have")} something to mend`), made("ul", {}, ...others))] : []),
  );
  return errors.length;
};

/** Say that fields cannot be changed without touching other lines. */
export const showUnmade = (form, paths) => {
  const links = paths.map((path) => made("li", {}, button(form.label(path), () => goTo(form, path), { class: "link" })));
  form.note.replaceChildren(
    made(
      "section",
      { class: "summary" },
      made("h3", {}, "Nothing was saved"),
      made("p", {}, "These fields are written in the file in a way that cannot be changed without touching other lines, such as a comment among them. Take back your change here, or make it in the file with a text editor:"),
      made("ul", {}, ...links),
    ),
  );
};
