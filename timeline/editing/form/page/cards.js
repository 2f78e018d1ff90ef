// A list of records, such as the sources of an event, the tracks or the people: a card for each.

import { control } from "./controls.js";
import { button, made } from "./made.js";

const MORE = "More about this source";
/** One entry of each list: its name, and what is said above the list. */
const ONE = { sources: "source", tracks: "track", eras: "era", corrections: "correction", people: "person or organisation", places: "place", documents: "source" };

const same = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
export const isFilled = (value) => (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value));
const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** One entry. `index` is its number in the file, null if it is new. */
class Card {
  constructor(field, index, values, context) {
    this.name = field.name;
    this.one = ONE[field.name];
    this.index = index;
    this.base = values;
    this.controls = new Map();
    this.documentFields = field.fields.filter((each) => each.is_of_document);
    const near = { ...context, near: (name) => this.controls.get(name)?.read() ?? "" };
    const path = [field.name, index ?? "new"];
    for (const each of field.fields) this.controls.set(each.name, control(each, [...path, each.name], near, values[each.name]));
    const shown = (group) => field.fields.filter((each) => each.group === group).map(({ name }) => this.controls.get(name).element);
    this.title = made("span");
    this.summary = made("summary", {}, this.title);
    const folded = shown(MORE);
    const rest = folded.length ? made("details", { class: "more" }, made("summary", {}, MORE), ...folded) : null;
    this.up = button("Move up", () => context.raised(this), { class: "add" });
    const remove = button(`Remove this ${this.one}`, () => context.removed(this), { class: "remove" });
    const contents = [...shown(""), rest, made("ul", { class: "faults" }), made("p", { class: "row" }, this.up, remove)];
    this.element = made("details", { class: `card of-${field.name}` }, this.summary, made("div", { role: "group" }, ...contents));
    this.shown(context);
    for (const each of ["input", "change"]) this.element.addEventListener(each, () => this.shown(context));
    this.element.addEventListener("input", ({ target }) => {
      for (const name of ["says", "published"]) if (this.controls.get(name)?.focus !== target) this.controls.get(name)?.ask?.();
    });
  }

  /** Of a source: the list of sources is a choice where there is one, and what one has there is not asked for. */
  shown({ suggestions }) {
    const source = this.controls.get("source");
    if (!source) return;
    const isListed = isFilled(source.read() ?? "");
    source.element.hidden = !isListed && !suggestions.documents?.length;
    for (const { name } of this.documentFields) {
      const { element, read } = this.controls.get(name);
      element.hidden = isListed && !isFilled(read() ?? "");
    }
  }

  /** The control that is filled in first. */
  get first() {
    return [...this.controls.values()][0];
  }

  values() {
    const found = [...this.controls].map(([name, each]) => [name, each.read()]);
    return Object.fromEntries(found.filter(([, value]) => value !== null && isFilled(value)));
  }

  changed() {
    return [...this.controls].filter(([name, each]) => each.read() !== null && !same(each.read(), this.base[name] ?? (Array.isArray(each.read()) ? [] : "")));
  }

  words() {
    const { name, role, publisher, title, url, from, source, on, text } = this.values();
    if (source) return source;
    if (!["sources", "documents"].includes(this.name)) return [name ?? on, role ?? from ?? text].filter(Boolean).join(" · ");
    return [publisher, title ?? (publisher ? "" : url)].filter(Boolean).join(" · ");
  }

  named(number) {
    this.title.textContent = `${number}. ${this.words() || `New ${this.one}`}`;
    this.summary.nextElementSibling.setAttribute("aria-label", `${capital(this.one)} ${number}`);
    this.up.hidden = number === 1;
    this.element.dataset.path = JSON.stringify([this.name, number - 1]);
    for (const [name, { element }] of this.controls) {
      for (const each of [element, ...element.querySelectorAll("[data-path]")]) {
        const [, , , ...rest] = JSON.parse(each.dataset.path);
        each.dataset.path = JSON.stringify([this.name, number - 1, name, ...rest]);
      }
    }
  }
}

/** The control of the list. */
export class Cards {
  constructor(field, values, context) {
    this.field = field;
    this.context = { ...context, removed: (card) => this.remove(card), raised: (card) => this.raise(card) };
    this.isOdd = values === null;
    this.removed = [];
    this.list = made("div", { class: "cards" });
    this.cards = (values ?? []).map((each, index) => new Card(field, index, each, this.context));
    this.list.append(...this.cards.map(({ element }) => element));
    this.element = made(
      "fieldset",
      { class: `field records ${field.name}`, "data-path": JSON.stringify([field.name]) },
      made("legend", {}, field.label, this.required()),
      made("p", { class: "help" }, this.help()),
      made("ul", { class: "faults" }),
      this.list,
      this.isOdd ? made("p", { class: "help" }, "This list is written in a way that the form cannot show. Change it in the file.") : this.adding(),
    );
    this.list.addEventListener("input", () => this.named());
    if (this.cards.length === 1) this.cards[0].element.open = true;
    this.named();
  }

  required() {
    return null;
  }

  help() {
    return this.field.help;
  }

  adding() {
    return button(`Add a ${ONE[this.field.name]}`.replace(/ a (?=[aeiou])/, " an "), () => this.add({}).first.focus.focus(), { class: "add" });
  }

  /** The words for the entry of this number. */
  nameOf(index) {
    return `${capital(ONE[this.field.name])} ${index + 1}`;
  }

  add(values) {
    const card = new Card(this.field, null, values, this.context);
    this.cards.push(card);
    this.list.append(card.element);
    card.element.open = true;
    this.named();
    this.told();
    return card;
  }

  remove(card) {
    if (card.index !== null) this.removed.push(card.index);
    this.cards = this.cards.filter((each) => each !== card);
    card.element.remove();
    this.named();
    this.told();
    (this.cards.at(-1)?.summary ?? this.element.querySelector(":scope > .adding input, :scope > .add")).focus();
  }

  raise(card) {
    const at = this.cards.indexOf(card);
    this.put(this.cards.toSpliced(at, 1).toSpliced(at - 1, 0, card));
    this.told();
    (card.up.hidden ? card.summary : card.up).focus();
  }

  /** Show the cards in this order. */
  put(cards) {
    this.cards = cards;
    this.list.append(...cards.map(({ element }) => element));
    this.named();
  }

  /** The cards as the file will have them before they are put in order: those that stay, then the new ones. */
  filed() {
    const isFresh = ({ index }) => index === null;
    const kept = this.cards.filter((card) => !isFresh(card)).toSorted((one, other) => one.index - other.index);
    return [...kept, ...this.cards.filter((card) => isFresh(card) && isFilled(card.values()))];
  }

  /** Their new order, by the number that each has in the file by then; empty if it stays. */
  order() {
    const filed = this.filed();
    const wanted = this.cards.filter((card) => filed.includes(card)).map((card) => String(filed.indexOf(card)));
    return wanted.every((each, at) => each === String(at)) ? [] : wanted;
  }

  told() {
    this.list.dispatchEvent(new Event("input", { bubbles: true }));
  }

  named() {
    this.cards.forEach((card, at) => card.named(at + 1));
  }

  changes() {
    if (this.isOdd) return [];
    const kept = this.cards.filter(({ index }) => index !== null);
    const fields = kept.flatMap((card) => card.changed().map(([name, each]) => ({ path: [this.field.name, card.index, name], value: each.read() })));
    const fresh = this.cards.filter((card) => card.index === null).map((card) => card.values());
    const first = kept.length + this.removed.length;
    return [
      ...fields,
      ...fresh.filter(isFilled).map((value, at) => ({ path: [this.field.name, first + at], value })),
      ...this.removed.map((index) => ({ path: [this.field.name, index], value: "" })),
      ...(this.order().length ? [{ path: [this.field.name], value: this.order() }] : []),
    ];
  }

  /** Make changes again in a form that was made anew. */
  apply([, index, name], value) {
    if (index === undefined) return this.put(value.map((each) => this.filed()[each]));
    const card = this.cards.find((each) => each.index === index);
    if (name && card) card.controls.get(name)?.write(value);
    else if (!name && card && !value) this.remove(card);
    else if (!name && value) this.add(value);
    this.named();
  }
}
