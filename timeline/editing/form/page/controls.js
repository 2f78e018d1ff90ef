// The control of each kind of field: an element, with `read` for its value and `write` to set it.

import { around, described, suggest, whole } from "./around.js";
import { dateControl, withReadings } from "./dates.js";
import { freshId, made } from "./made.js";
import { check, pairs, span, texts } from "./several.js";

const ODD = "This is written in a way that the form cannot show. Change it in the file, with a text editor.";

const text = (field, path, context) => {
  const id = freshId(field.name);
  const properties = { id, type: "text", "aria-describedby": described(id), autocomplete: "off", spellcheck: "true" };
  const isAddress = ["url", "archived", "base_url"].includes(field.name);
  if (isAddress) Object.assign(properties, { inputmode: "url", spellcheck: "false" });
  if (field.from_) properties.list = suggest(field.from_, context);
  const input = made("input", properties);
  if (isAddress) input.addEventListener("change", () => (input.value = whole(input.value.trim())));
  const element = around(field, path, id, input);
  const control = { element, focus: input, read: () => input.value.trim(), write: (value) => (input.value = value ?? "") };
  return ["says", "published", "accessed"].includes(field.name) ? withReadings(control, field.name, context) : control;
};

/** A colour as text, with the browser's own chooser beside it. */
const colour = (field, path, context) => {
  const found = text(field, path, context);
  const chooser = made("input", { type: "color", "aria-label": `Choose: ${field.label.toLowerCase()}` });
  const follow = () => (chooser.value = /^#[\da-f]{6}$/i.test(found.focus.value) ? found.focus.value.toLowerCase() : "#808080");
  chooser.addEventListener("input", () => (found.focus.value = chooser.value));
  found.focus.addEventListener("input", follow);
  const row = made("div", { class: "row" });
  found.focus.replaceWith(row);
  row.append(found.focus, chooser);
  const write = (value) => {
    found.write(value);
    follow();
  };
  return { ...found, write };
};

const prose = (field, path) => {
  const id = freshId(field.name);
  const area = made("textarea", { id, rows: 4, "aria-describedby": described(id) });
  return { element: around(field, path, id, area), focus: area, read: () => area.value.trim(), write: (value) => (area.value = value ?? "") };
};

const flag = (field, path) => {
  const id = freshId(field.name);
  const box = made("input", { id, type: "checkbox", "aria-describedby": described(id) });
  return { element: around(field, path, id, box), focus: box, read: () => (box.checked ? "true" : ""), write: (value) => (box.checked = value === "true") };
};

const choice = (field, path, context) => {
  const id = freshId(field.name);
  const usual = field.name === "status" ? "held" : field.name === "kind" && field.choices.length ? "press" : "";
  const choices = field.choices.length ? field.choices : (context.suggestions[field.from_] ?? []);
  const options = choices.filter((each) => each !== usual).map((each) => made("option", { value: each }, each));
  const select = made("select", { id, "aria-describedby": described(id) }, made("option", { value: "" }, usual ? `${usual} (usual)` : "—"), ...options);
  let written = ""; // the usual value may stand in the file
  const write = (value) => {
    written = value === usual ? usual : "";
    const shown = value === usual ? "" : (value ?? "");
    if (![...select.options].some((each) => each.value === shown)) select.append(made("option", { value: shown }, shown));
    select.value = shown;
  };
  return { element: around(field, path, id, select), focus: select, read: () => select.value || written, write };
};

/** A choice that takes another text, too. */
const open = (field, path, context) => {
  const id = freshId(field.name);
  const OTHER = "\0other";
  const own = made("input", { type: "text", "aria-label": `Another ${field.label.toLowerCase()}`, hidden: true, autocomplete: "off" });
  const options = (context.suggestions[field.from_] ?? []).map((each) => made("option", { value: each }, each));
  const select = made("select", { id, "aria-describedby": described(id) }, made("option", { value: "" }, "—"), ...options, made("option", { value: OTHER }, "Another one …"));
  const show = () => (own.hidden = select.value !== OTHER);
  select.addEventListener("change", () => {
    show();
    if (!own.hidden) own.focus();
  });
  const write = (value) => {
    const isListed = !value || [...select.options].some((each) => each.value === value);
    select.value = isListed ? (value ?? "") : OTHER;
    own.value = isListed ? "" : value;
    show();
  };
  return { element: around(field, path, id, select, own), focus: select, read: () => (select.value === OTHER ? own.value.trim() : select.value), write };
};

/** How accounts differ, and about what. */
const dispute = (field, path) => {
  const id = freshId(field.name);
  const area = made("textarea", { id, rows: 2, "aria-describedby": described(id) });
  const about = made("select", { id: `${id}-about` }, ...["", "date", "length", "place", "attendance", "number", "wording", "other"].map((each) => made("option", { value: each }, each || "—")));
  const element = around(field, path, id, area, made("label", { for: `${id}-about`, class: "minor" }, "What about"), about);
  const read = () => (area.value.trim() && about.value ? { about: about.value, text: area.value.trim() } : area.value.trim());
  const write = (value) => {
    area.value = (typeof value === "string" ? value : value?.text) ?? "";
    about.value = value?.about ?? "";
  };
  return { element, focus: area, read, write };
};

const kinds = { text, colour, prose, flag, choice, open, texts, pairs, span, check, dispute, date: (...each) => dateControl(around, ...each) };

/** The control of a field. A value that it cannot show is left alone. */
export const control = (field, path, context, value) => {
  const found = kinds[field.kind](field, path, context);
  if (value !== null) {
    found.write(value);
    return found;
  }
  for (const each of found.element.querySelectorAll("input, select, textarea, button")) each.disabled = true;
  found.element.append(made("p", { class: "help" }, ODD));
  return { ...found, read: () => null, write: () => {} };
};
