// The form of one event: its fields, and what was changed in them.

import { control } from "./controls.js";
import { freshId, made } from "./made.js";
import { Sources } from "./sources.js";

const FOLDED = "More";

const same = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
const empty = (value) => (Array.isArray(value) ? [] : "");

export class Form {
  /** `event` is what the server says of it; for a new one, `file` is null. */
  constructor(event, context) {
    this.controls = new Map();
    this.touched = new Set();
    this.context = { ...context, near: (name) => this.controls.get(name)?.read() ?? "", drafted: (found) => this.fill(found) };
    this.element = made("form", { novalidate: true, autocomplete: "off" });
    this.element.addEventListener("submit", (submitted) => submitted.preventDefault());
    this.become(event);
  }

  get isNew() {
    return this.file === null;
  }

  get key() {
    return this.isNew ? "new" : `${this.file}#${this.number ?? ""}`;
  }

  /** Make the form anew from these values. */
  become({ file, number, hash, values }) {
    Object.assign(this, { file, number, hash, base: values });
    this.heading = made("h2", { id: freshId("form") });
    this.note = made("div", { class: "note" });
    const groups = new Map();
    for (const field of this.context.fields) {
      const value = values[field.name];
      const found = field.kind === "sources" ? new Sources(field, value === null ? null : (value ?? []), this.context) : control(field, [field.name], this.context, value);
      this.controls.set(field.name, found);
      groups.set(field.group, [...(groups.get(field.group) ?? []), found.element]);
    }
    this.sources = this.controls.get("sources");
    const fieldsets = [...groups].map(([name, elements]) => {
      if (name === FOLDED) return made("details", { class: "group folded" }, made("summary", {}, name), ...elements);
      return name === "Sources" ? made("div", { class: "group" }, ...elements) : made("fieldset", { class: "group" }, made("legend", {}, name), ...elements);
    });
    const folded = fieldsets.find((each) => each.tagName === "DETAILS");
    const isUsed = this.context.fields.some((field) => field.group === FOLDED && values[field.name]);
    if (folded) folded.open = isUsed;
    this.element.setAttribute("aria-labelledby", this.heading.id);
    this.element.replaceChildren(this.heading, this.note, ...fieldsets);
    this.named();
  }

  named() {
    const title = this.controls.get("title").read();
    this.heading.textContent = this.isNew ? (title ? `New event: ${title}` : "New event") : title || this.file;
  }

  /** What was changed since the form was made. */
  changes() {
    const fields = [...this.controls].filter(([, each]) => each !== this.sources);
    const changed = fields.map(([name, each]) => [name, each.read()]).filter(([name, value]) => value !== null && !same(value, this.base[name] ?? empty(value)));
    return [...changed.map(([name, value]) => ({ path: [name], value })), ...this.sources.changes()];
  }

  get isChanged() {
    return this.changes().length > 0;
  }

  /** Make changes again, on top of other values. */
  apply(changes) {
    for (const { path, value } of changes) {
      if (path[0] === "sources") this.sources.apply(path, value);
      else this.controls.get(path[0])?.write(value);
    }
    this.named();
  }

  /** Fill in fields that are empty, as from a page that announces an event. */
  fill(found) {
    if (!this.isNew) return;
    for (const [name, value] of Object.entries(found)) {
      const each = this.controls.get(name);
      if (each && !each.read().length) each.write(name === "place" ? [value] : value);
    }
    this.named();
  }

  /** The words of a path, for a message about it. */
  label([name, index, inner]) {
    const field = this.context.fields.find((each) => each.name === name);
    if (index === undefined || typeof index !== "number") return field?.label ?? name;
    if (name !== "sources") return field?.label ?? name;
    const part = field.fields.find((each) => each.name === inner);
    return `Source ${index + 1}${part ? `: ${part.label}` : ""}`;
  }
}
