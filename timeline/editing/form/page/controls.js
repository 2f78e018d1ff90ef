// The control of each kind of field: an element, with `read` for its value and `write` to set it.

import { dateControl, withReadings } from "./dates.js";
import { button, freshId, made } from "./made.js";

const ODD = "This is written in a way that the form cannot show. Change it in the file, with a text editor.";

/** A datalist with these names, made once for a page. */
const datalists = new Map();
export const suggest = (name, context) => {
  const names = name === "ids" ? context.ids.map(({ id, title }) => [id, title]) : (context.suggestions[name] ?? []).map((each) => [each, ""]);
  const text = JSON.stringify(names);
  const known = datalists.get(name);
  if (known?.text === text && known.list.isConnected) return known.list.id;
  known?.list.remove();
  const list = made("datalist", { id: `suggested-${name}` }, ...names.map(([value, label]) => made("option", { value, label: label || undefined })));
  document.body.append(list);
  datalists.set(name, { text, list });
  return list.id;
};

/** What stands around a control: its label, its help, and room for what is wrong. */
const around = (field, path, id, ...controls) => {
  const label = made("label", { for: id }, field.label, field.is_required ? made("span", { class: "required" }, " (required)") : null);
  return made(
    "div",
    { class: `field ${field.kind} of-${field.name}`, "data-path": JSON.stringify(path) },
    label,
    made("p", { class: "help", id: `${id}-help` }, field.help),
    ...controls,
    made("ul", { class: "faults", id: `${id}-faults` }),
  );
};

const described = (id) => `${id}-help ${id}-faults`;

const text = (field, path, context) => {
  const id = freshId(field.name);
  const properties = { id, type: "text", "aria-describedby": described(id), autocomplete: "off", spellcheck: "true" };
  if (field.name === "url" || field.name === "archived") Object.assign(properties, { inputmode: "url", spellcheck: "false" });
  if (field.from_) properties.list = suggest(field.from_, context);
  const input = made("input", properties);
  const element = around(field, path, id, input);
  const control = { element, focus: input, read: () => input.value.trim(), write: (value) => (input.value = value ?? "") };
  return ["says", "published", "accessed"].includes(field.name) ? withReadings(control, field.name, context) : control;
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

/** A list of texts, each in an input of its own. */
const texts = (field, path, context) => {
  const id = freshId(field.name);
  const list = made("ul", { class: "entries" });
  const entry = (value) => {
    const input = made("input", { type: "text", value, list: field.from_ ? suggest(field.from_, context) : undefined, autocomplete: "off", "aria-describedby": described(id) });
    const remove = button("Remove", () => {
      const next = item.nextElementSibling ?? item.previousElementSibling;
      item.remove();
      named();
      (next?.querySelector("input") ?? add).focus();
      list.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const item = made("li", {}, input, remove);
    return item;
  };
  const named = () => {
    [...list.children].forEach((item, at) => {
      const [input, remove] = [item.querySelector("input"), item.querySelector("button")];
      input.setAttribute("aria-label", `${field.label} ${at + 1}`);
      remove.setAttribute("aria-label", `Remove ${input.value || `${field.label} ${at + 1}`}`);
      item.dataset.path = JSON.stringify([...path, at]);
    });
  };
  list.addEventListener("input", named);
  const add = button(`Add ${{ participants: "a name", place: "a place", related: "an event", author: "an author" }[field.name] ?? "one"}`, () => {
    list.append(entry(""));
    named();
    list.lastElementChild.querySelector("input").focus();
  }, { class: "add" });
  const element = made(
    "fieldset",
    { class: `field texts of-${field.name}`, "data-path": JSON.stringify(path) },
    made("legend", {}, field.label),
    made("p", { class: "help", id: `${id}-help` }, field.help),
    list,
    add,
    made("ul", { class: "faults", id: `${id}-faults` }),
  );
  const write = (values) => {
    list.replaceChildren(...(values ?? []).map(entry));
    named();
  };
  return { element, focus: add, read: () => [...list.querySelectorAll("input")].map((each) => each.value.trim()).filter(Boolean), write };
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

const kinds = { text, prose, flag, choice, open, texts, dispute, date: (...each) => dateControl(around, ...each) };

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
