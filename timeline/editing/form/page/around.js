// What stands around the controls of all kinds of field, and the names that some of them suggest.

import { made } from "./made.js";

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
export const around = (field, path, id, ...controls) => {
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

/** An address as it is pasted or typed, also without its beginning. */
export const whole = (address) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address);

/** The ids of what describes a control. */
export const described = (id) => `${id}-help ${id}-faults`;
