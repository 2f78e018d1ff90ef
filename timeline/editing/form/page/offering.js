// A name of an event that is in no list yet: an offer to add it.

import { post } from "./api.js";
import { loadList } from "./list.js";
import { button, made } from "./made.js";
import { say, state } from "./state.js";

const LISTS = { participants: "people", speaker: "people", place: "places" };

/** Names are found without regard to case and accents. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

const isListed = (shape, name) => (state.context.listed[shape] ?? []).some((each) => folded(each) === folded(name));

/** Show below an input, whenever it was filled in, that its name can be added to a list. */
export const offer = (field, input) => {
  const shape = LISTS[field.name];
  const place = made("div", { class: "offer" });
  if (!shape) return { place, look: () => {} };
  const look = () => {
    const name = input.value.trim();
    if (!name || isListed(shape, name)) return place.replaceChildren();
    place.replaceChildren(button(`Add “${name}” to the list of ${shape}`, () => add(name), { class: "link" }));
  };
  const add = async (name) => {
    try {
      await post("list", { shape, name });
      await loadList();
      input.focus();
      document.dispatchEvent(new Event("names-listed"));
      say(`Added to the list of ${shape}: ${name}. What else there is to say of it has its place under ${shape === "people" ? "People" : "Places"}.`);
    } catch (error) {
      say([404, 422].includes(error.status) ? "The list is written in a way that cannot be added to here. Change it in the file." : error.message);
    }
  };
  input.addEventListener("change", look);
  document.addEventListener("names-listed", () => place.isConnected && look());
  return { place, look };
};
