// A form, of an event or of a file beside the events: its fields, and what was changed in them.

import { Cards } from "./cards.js";
import { control } from "./controls.js";
import { button, freshId, made } from "./made.js";
import { Sources } from "./sources.js";

const FOLDED = "More";

const same = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
const empty = (value) => (Array.isArray(value) ? [] : "");

export class Form {
  /** `shown` is what the server says of it; for a new event, `file` is null. */
  constructor(shown, context) {
    this.controls = new Map();
    this.touched = new Set();
    this.context = { ...context, near: (name) => this.controls.get(name)?.read() ?? "", drafted: (found) => this.fill(found), renumbered: (to) => this.renumber(to) };
    this.element = made("form", { novalidate: true, autocomplete: "off" });
    this.element.addEventListener("submit", (submitted) => submitted.preventDefault());
    this.become(shown);
  }

  get isNew() {
    return this.file === null;
  }

  get key() {
    return this.isNew ? "new" : `${this.file}#${this.number ?? ""}`;
  }

  get fields() {
    return this.context.fields[this.shape];
  }

  /** Whether a field is a list of records. */
  isList(name) {
    return this.controls.get(name)?.changes !== undefined;
  }

  /** The field by which the entries of each list are known. */
  get keys() {
    return Object.fromEntries(this.fields.filter(({ key }) => key).map(({ name, key }) => [name, key]));
  }

  /** Make the form anew from these values. */
  become({ file, number, hash, shape, values, candidates = [] }) {
    Object.assign(this, { file, number, hash, shape, base: values });
    this.context.candidates = candidates;
    this.heading = made("h2", { id: freshId("form") });
    this.note = made("div", { class: "note" });
    const groups = new Map();
    for (const field of this.fields) {
      const found = this.control(field, values[field.name]);
      this.controls.set(field.name, found);
      groups.set(field.group, [...(groups.get(field.group) ?? []), found.element]);
    }
    const parts = [...groups].map(([name, elements]) => {
      if (name === FOLDED) return made("details", { class: "group folded" }, made("summary", {}, name), ...elements);
      return elements.length === 1 && elements[0].matches(".records") ? made("div", { class: "group" }, ...elements) : made("fieldset", { class: "group" }, made("legend", {}, name), ...elements);
    });
    const folded = parts.find((each) => each.tagName === "DETAILS");
    if (folded) folded.open = this.fields.some((field) => field.group === FOLDED && values[field.name]);
    this.element.setAttribute("aria-labelledby", this.heading.id);
    this.element.replaceChildren(this.heading, ...this.draftNote(values.draft), this.note, ...parts);
    this.named();
  }

  /** Of a draft: what that means, and a button that ends it. */
  draftNote(isDraft) {
    if (this.shape !== "event" || isDraft !== "true") return [];
    const end = () => {
      const { element, write } = this.controls.get("draft");
      write("");
      element.querySelector("input").dispatchEvent(new Event("input", { bubbles: true }));
      said.textContent = "From the next save on it is no draft any more.";
      finish.remove();
      this.element.querySelector("input, textarea").focus();
    };
    const said = made("p", { role: "status" }, "The page leaves it out for now.");
    const finish = button("It is complete", end);
    return [made("section", { class: "summary quiet draft" }, made("h3", {}, "This is a draft"), said, finish)];
  }

  control(field, value) {
    if (field.kind !== "records") return control(field, [field.name], this.context, value);
    const values = value === null ? null : (value ?? []);
    return field.name === "sources" ? new Sources(field, values, this.context) : new Cards(field, values, this.context);
  }

  named() {
    this.heading.textContent = this.shape === "event" ? this.title() : this.context.shared.find(({ shape }) => shape === this.shape).title;
  }

  title() {
    const title = this.controls.get("title").read();
    if (this.isNew) return title ? `New event: ${title}` : "New event";
    return title || this.file;
  }

  /** What was changed since the form was made. */
  changes() {
    return [...this.controls].flatMap(([name, each]) => {
      if (each.changes) return each.changes();
      const value = each.read();
      return value === null || same(value, this.base[name] ?? empty(value)) ? [] : [{ path: [name], value }];
    });
  }

  get isChanged() {
    return this.changes().length > 0;
  }

  /** Make changes again, on top of other values. */
  apply(changes) {
    for (const { path, value } of changes) {
      if (this.isList(path[0])) this.controls.get(path[0]).apply(path, value);
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

  /** The marks of the summary, such as [1, 3], follow its sources to their new numbers; `to` gives 0 for one that is gone. */
  renumber(to) {
    const summary = this.controls.get("summary");
    const text = summary.read() ?? "";
    const marked = text.replace(/( ?)\[([1-9]\d{0,2}(?:, ?[1-9]\d{0,2})*)\]/g, (_, space, numbers) => {
      const now = numbers.split(",").map((each) => to(+each)).filter(Boolean);
      return now.length ? `${space}[${now.toSorted((one, other) => one - other).join(", ")}]` : "";
    });
    if (marked !== text) summary.write(marked);
  }

  /** The words of a path, for a message about it. */
  label([name, index, inner]) {
    const field = this.fields.find((each) => each.name === name);
    if (!this.isList(name) || typeof index !== "number") return field?.label ?? name;
    const part = field.fields.find((each) => each.name === inner);
    return `${this.controls.get(name).nameOf(index)}${part ? `: ${part.label}` : ""}`;
  }
}
