// A file that was changed meanwhile, by another program or in another window: both versions, and a choice.

import { answerTo } from "./dialog.js";
import { freshId, made } from "./made.js";

const same = (one, other) => JSON.stringify(one ?? "") === JSON.stringify(other ?? "");

const inWords = (value) => {
  if (Array.isArray(value)) return value.map(inWords).join(", ") || "nothing";
  if (value && typeof value === "object") return Object.values(value).map(inWords).join(" · ");
  return value || "nothing";
};

/** My changes with the numbers that the entries of lists have in another version of the file; each with what was
    there before, and what is there now. `keys` are the fields by which the entries of each list are known. */
export const rebased = (changes, base, theirs, keys) => {
  const numberOf = (list, index) => {
    const own = base[list]?.[index];
    const found = (theirs[list] ?? []).findIndex((each) => each[keys[list]] && each[keys[list]] === own?.[keys[list]]);
    return found < 0 && same(own, theirs[list]?.[index]) ? index : found;
  };
  const lost = new Map();
  const found = [];
  for (const { path, value } of changes) {
    const [name, index, inner] = path;
    const own = base[name]?.[index];
    const end = (theirs[name]?.length ?? 0) + found.length;
    if (!(name in keys)) found.push({ path, value, before: base[name], now: theirs[name] });
    else if (index === undefined) continue; // the order of other entries
    else if (!own) found.push({ path: [name, end], value, before: "", now: "" });
    else if (numberOf(name, index) >= 0) {
      const at = numberOf(name, index);
      const now = theirs[name][at];
      found.push(inner ? { path: [name, at, inner], value, before: own[inner], now: now[inner] } : { path: [name, at], value, before: own, now });
    } else if (inner) lost.set(JSON.stringify([name, index]), { ...(lost.get(JSON.stringify([name, index])) ?? own), [inner]: value });
  }
  for (const [place, value] of lost) {
    const [name, index] = JSON.parse(place);
    found.push({ path: [name, (theirs[name]?.length ?? 0) + found.length + 1], value, before: base[name][index], now: "" });
  }
  return found;
};

/** Ask which version of each field is to stay. Resolves to the changes to go on with, or null. */
export const ask = (form, theirs) => {
  const mine = rebased(form.changes(), form.base, theirs, form.keys);
  const [both, apart] = [mine.filter((each) => !same(each.before, each.now) && !same(each.value, each.now)), mine.filter((each) => same(each.before, each.now))];
  const rows = both.map((change) => {
    const name = freshId("choice");
    const option = (value, label, text, checked) => made("label", { class: "version" }, made("input", { type: "radio", name, value, checked }), made("b", {}, label), made("span", {}, inWords(text)));
    const element = made("fieldset", {}, made("legend", {}, form.label(change.path)), option("theirs", "In the file now", change.now, false), option("mine", "What you typed", change.value, true));
    return { change, element };
  });
  const kept = apart.map(({ path }) => form.label(path)).join(", ");
  const hasOrder = form.changes().some(({ path }) => path.length === 1 && form.isList(path[0]));
  const contents = [
    made("p", {}, "Another program, or another window, has changed this file. Nothing was overwritten, and what you typed is still here."),
    ...(rows.length ? [made("p", {}, "Which version do you want to keep?")] : []),
    ...rows.map(({ element }) => element),
    ...(hasOrder ? [made("p", {}, "Lists stand in the order of the file as it is now.")] : []),
    ...(kept ? [made("p", {}, rows.length ? `Only you have changed: ${kept}. That stays.` : `You have changed other fields than that program: ${kept}. Your changes stay.`)] : []),
  ];
  const chosen = () => [...apart, ...rows.filter(({ element }) => element.querySelector(":checked").value === "mine").map(({ change }) => change)];
  return answerTo("The file was changed meanwhile", contents, [
    ["Go on with these", chosen, { class: "primary" }],
    ["Decide later", () => null],
  ]);
};
