// Controls of several inputs: a list of texts, pairs of a name and a text, a first and a last day.

import { described, suggest } from "./around.js";
import { button, freshId, made } from "./made.js";
import { offer } from "./offering.js";

const ONE = { participants: "a name", place: "a place", related: "an event", events: "an event", author: "an author", variants: "a spelling", glossary: "a term", kinds: "a kind" };

/** A fieldset with its help and room for what is wrong. */
const group = (field, path, id, ...contents) =>
  made(
    "fieldset",
    { class: `field ${field.kind} of-${field.name}`, "data-path": JSON.stringify(path) },
    made("legend", {}, field.label),
    made("p", { class: "help", id: `${id}-help` }, field.help),
    ...contents,
    made("ul", { class: "faults", id: `${id}-faults` }),
  );

/** A list of entries with a button that adds one; `item` makes an entry with its button to remove it. */
const growing = (field, item) => {
  const list = made("ul", { class: "entries" });
  const told = () => list.dispatchEvent(new Event("input", { bubbles: true }));
  const remove = (entry) => {
    const next = entry.nextElementSibling ?? entry.previousElementSibling;
    entry.remove();
    (next?.querySelector("input") ?? add).focus();
    told();
  };
  const add = button(`Add ${ONE[field.name] ?? "one"}`, () => {
    list.append(item());
    told();
    list.lastElementChild.querySelector("input").focus();
  }, { class: "add" });
  return { list, add, remove };
};

/** A list of texts, each in an input of its own. */
export const texts = (field, path, context) => {
  const id = freshId(field.name);
  const entry = (value = "") => {
    const input = made("input", { type: "text", value, list: field.from_ ? suggest(field.from_, context) : undefined, autocomplete: "off", "aria-describedby": described(id) });
    const { place, look } = offer(field, input);
    const item = made("li", {}, input, button("Remove", () => remove(item)), place);
    look();
    return item;
  };
  const { list, add, remove } = growing(field, entry);
  const named = () => {
    [...list.children].forEach((item, at) => {
      const [input, away] = [item.querySelector("input"), item.querySelector(":scope > button")];
      input.setAttribute("aria-label", `${field.label} ${at + 1}`);
      away.setAttribute("aria-label", `Remove ${input.value || `${field.label} ${at + 1}`}`);
      item.dataset.path = JSON.stringify([...path, at]);
    });
  };
  list.addEventListener("input", named);
  const write = (values) => {
    list.replaceChildren(...(values ?? []).map(entry));
    named();
  };
  const read = () => [...list.querySelectorAll("input")].map((each) => each.value.trim()).filter(Boolean);
  return { element: group(field, path, id, list, add), focus: add, read, write };
};

/** Names of one's own, each with a text or a choice: the terms of a glossary. */
export const pairs = (field, path) => {
  const id = freshId(field.name);
  const [own, its] = field.choices.length ? ["Kind", "Shape"] : ["Term", "Meaning"];
  const entry = (name = "", value = "") => {
    const input = made("input", { type: "text", value: name, class: "name", autocomplete: "off", "aria-describedby": described(id) });
    const options = ["", ...field.choices].map((each) => made("option", { value: each, selected: each === value }, each || "—"));
    const second = field.choices.length ? made("select", { class: "value" }, ...options) : made("textarea", { class: "value", rows: 2 }, value);
    const item = made("li", { class: "pair" }, made("div", {}, input, second), button("Remove", () => remove(item)));
    return item;
  };
  const { list, add, remove } = growing(field, entry);
  const named = () => {
    [...list.children].forEach((item, at) => {
      const [name, value, away] = item.querySelectorAll(".name, .value, button");
      name.setAttribute("aria-label", `${own} ${at + 1}`);
      value.setAttribute("aria-label", `${its} of ${name.value || `${own.toLowerCase()} ${at + 1}`}`);
      away.setAttribute("aria-label", `Remove ${name.value || `${own.toLowerCase()} ${at + 1}`}`);
      item.dataset.path = JSON.stringify([...path, name.value.trim()]);
    });
  };
  list.addEventListener("input", named);
  const write = (values) => {
    list.replaceChildren(...Object.entries(values || {}).map(([name, value]) => entry(name, value)));
    named();
  };
  const read = () => {
    const found = [...list.children].map((item) => [item.querySelector(".name").value.trim(), item.querySelector(".value").value.trim()]);
    const filled = found.filter(([name, value]) => name && value);
    return filled.length ? Object.fromEntries(filled) : "";
  };
  return { element: group(field, path, id, list, add), focus: add, read, write };
};

/** Two texts with names of their own. */
const two = (labels) => (field, path) => {
  const id = freshId(field.name);
  const inputs = Object.keys(labels).map((name) => [name, made("input", { id: `${id}-${name}`, type: "text", autocomplete: "off", "aria-describedby": described(id) })]);
  const parts = inputs.map(([name, input]) =>
    made("div", { "data-path": JSON.stringify([...path, name]) }, made("label", { for: input.id, class: "minor" }, labels[name]), input),
  );
  const write = (value) => {
    for (const [name, input] of inputs) input.value = value?.[name] ?? "";
  };
  const read = () => {
    const filled = inputs.map(([name, input]) => [name, input.value.trim()]).filter(([, value]) => value);
    return filled.length ? Object.fromEntries(filled) : "";
  };
  return { element: group(field, path, id, made("div", { class: "row" }, ...parts)), focus: inputs[0][1], read, write };
};

/** A first and a last day. */
export const span = two({ from: "From", to: "To" });

/** Who has checked an event, and when. What was checked is noted with it, until somebody writes another name or day. */
export const check = (field, path) => {
  const found = two({ by: "By", on: "On" })(field, path);
  let written = "";
  const write = (value) => found.write((written = value));
  const read = () => {
    const value = found.read();
    return value && value.by === written?.by && value.on === written?.on ? written : value;
  };
  return { ...found, read, write };
};
