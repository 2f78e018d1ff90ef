// The sources of an event: cards, the first of which is needed, and one drafted from an address that is pasted.

import { post } from "./api.js";
import { whole } from "./around.js";
import { Cards } from "./cards.js";
import { button, freshId, made } from "./made.js";

export class Sources extends Cards {
  required() {
    return made("span", { class: "required" }, " (at least one)");
  }

  help() {
    return "The first one is the link behind the event.";
  }

  /** Addresses that an import has found, each with a button that makes a source of it. */
  offered() {
    const { candidates } = this.context;
    if (!candidates.length) return [];
    const items = candidates.map((url) => {
      const use = () => {
        item.remove();
        this.add({ url }).controls.get("publisher").focus.focus();
      };
      const item = made("li", {}, button(`Use ${url}`, use, { class: "link" }));
      return item;
    });
    return [made("p", { class: "help" }, "Addresses that were found when the event was imported. Say who published what is there:"), made("ul", { class: "found" }, ...items)];
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
        this.add(found.source).controls.get(found.source.source ? "quote" : "publisher").focus.focus();
        this.context.drafted?.(found.event);
        said.textContent = found.source.source
          ? "This address is in the list of sources. What the event takes from it is still to be said."
          : "A source was drafted from what the page says of itself. Please check it.";
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
      ...this.offered(),
      button("Add an empty source", () => this.add({}).controls.get("url").focus.focus(), { class: "add" }),
    );
  }

  /** The marks in the summary follow its sources. */
  remove(card) {
    const gone = this.cards.indexOf(card) + 1;
    this.context.renumbered((number) => (number === gone ? 0 : number - (number > gone)));
    super.remove(card);
  }

  raise(card) {
    const at = this.cards.indexOf(card);
    this.context.renumbered((number) => ({ [at]: at + 1, [at + 1]: at })[number] ?? number);
    super.raise(card);
  }
}
