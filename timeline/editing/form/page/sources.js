// The sources of an event: a card for each, and one drafted from an address that is pasted.

import { post } from "./api.js";
import { control } from "./controls.js";
import { button, freshId, made } from "./made.js";

const same = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");
const isFilled = (value) => (typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value));

/** An address as it is pasted, also without its beginning. */
const whole = (address) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address);

/** One source. `index` is its number in the file, null if it is new. */
class Card {
  constructor(field, index, values, context) {
    this.index = index;
    this.base = values;
    this.controls = new Map();
    const near = { ...context, near: (name) => this.controls.get(name)?.read() ?? "" };
    const path = ["sources", index ?? "new"];
    for (const each of field.fields) this.controls.set(each.name, control(each, [...path, each.name], near, values[each.name]));
    const shown = (group) => field.fields.filter((each) => each.group === group).map(({ name }) => this.controls.get(name).element);
    this.title = made("span");
    this.summary = made("summary", {}, this.title);
    const rest = made("details", { class: "more" }, made("summary", {}, "More about this source"), ...shown("More about this source"));
    this.up = button("Move up", () => context.raised(this), { class: "add" });
    const remove = button("Remove this source", () => context.removed(this), { class: "remove" });
    this.element = made("details", { class: "source" }, this.summary, made("div", { role: "group" }, ...shown(""), rest, made("ul", { class: "faults" }), made("p", { class: "row" }, this.up, remove)));
    this.element.addEventListener("input", ({ target }) => {
      for (const name of ["says", "published"]) if (this.controls.get(name).focus !== target) this.controls.get(name).ask?.();
    });
  }

  values() {
    const found = [...this.controls].map(([name, each]) => [name, each.read()]);
    return Object.fromEntries(found.filter(([, value]) => value !== null && isFilled(value)));
  }

  changed() {
    return [...this.controls].filter(([name, each]) => each.read() !== null && !same(each.read(), this.base[name] ?? (Array.isArray(each.read()) ? [] : "")));
  }

  named(number) {
    const { publisher, title, url } = this.values();
    this.title.textContent = `${number}. ${[publisher, title ?? (publisher ? "" : url)].filter(Boolean).join(" · ") || "New source"}`;
    this.summary.nextElementSibling.setAttribute("aria-label", `Source ${number}`);
    this.up.hidden = number === 1;
    this.element.dataset.path = JSON.stringify(["sources", number - 1]);
    for (const [name, { element }] of this.controls) {
      const [, , , ...rest] = JSON.parse(element.dataset.path);
      element.dataset.path = JSON.stringify(["sources", number - 1, name, ...rest]);
    }
  }
}

/** The control of the list of sources. */
export class Sources {
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
      { class: "field sources", "data-path": '["sources"]' },
      made("legend", {}, field.label, made("span", { class: "required" }, " (at least one)")),
      made("p", { class: "help" }, "The first one is the link behind the event."),
      made("ul", { class: "faults" }),
      this.list,
      this.isOdd ? made("p", { class: "help" }, "The sources are written in a way that the form cannot show. Change them in the file.") : this.adding(),
    );
    this.list.addEventListener("input", () => this.named());
    if (this.cards.length === 1) this.cards[0].element.open = true;
    this.named();
  }

  adding() {
    const id = freshId("address");
    const address = made("input", { id, type: "text", inputmode: "url", autocomplete: "off", "aria-describedby": `${id}-help` });
    const said = made("p", { class: "help", role: "status" });
    const draft = button("Draft a source", async () => {
      if (!address.value.trim()) return address.focus();
      draft.disabled = true;
      said.textContent = "Asking the page …";
      try {
        const found = await post("source", { address: whole(address.value.trim()) });
        this.add(found.source).controls.get("publisher").focus.focus();
        this.context.drafted?.(found.event);
        said.textContent = "A source was drafted from what the page says of itself. Please check it.";
        address.value = "";
      } catch (error) {
        said.textContent = error.message;
        if (error.status === 502) {
          this.add({ url: whole(address.value.trim()) }).controls.get("publisher").focus.focus();
          address.value = "";
        }
      }
      draft.disabled = false;
    });
    address.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      draft.click();
    });
    return made(
      "div",
      { class: "adding" },
      made("label", { for: id }, "Paste an address"),
      made("p", { class: "help", id: `${id}-help` }, "The page is asked once, when you press the button: for its headline, publisher and day."),
      made("div", { class: "row" }, address, draft),
      said,
      button("Add an empty source", () => this.add({}).controls.get("url").focus.focus(), { class: "add" }),
    );
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
    (this.cards.at(-1)?.summary ?? this.element.querySelector(".adding input")).focus();
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
    const fields = kept.flatMap((card) => card.changed().map(([name, each]) => ({ path: ["sources", card.index, name], value: each.read() })));
    const fresh = this.cards.filter((card) => card.index === null).map((card) => card.values());
    const first = kept.length + this.removed.length;
    return [
      ...fields,
      ...fresh.filter(isFilled).map((value, at) => ({ path: ["sources", first + at], value })),
      ...this.removed.map((index) => ({ path: ["sources", index], value: "" })),
      ...(this.order().length ? [{ path: ["sources"], value: this.order() }] : []),
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
