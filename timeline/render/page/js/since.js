// What is new since the day in the address, as in ?since=2025-03-01: events that were added, updated or corrected since
// then have a label, and can be shown alone. The day is kept nowhere but in the address.

const bar = document.querySelector(".since");
const [told, only, clear] = ["p", "input", "button"].map((part) => bar.querySelector(part));
let since = "";
tests.new = ({ changed }) => !since || changed >= since;

const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text);
const inWords = (day) => new Intl.DateTimeFormat(`${root.lang === "en" ? "en-001" : root.lang}-u-ca-gregory-nu-latn`, { timeZone: "UTC", dateStyle: "long" }).format(new Date(day));
const label = ({ id, added }) => {
  const text = added >= since ? messages.new : messages.changed;
  const article = articles.get(id);
  article.querySelector(".when").append(" ", element("span", { className: "status fresh" }, text));
  if (!article.matches(".key")) article.querySelector(".opener").append(" ", element("small", { className: "fresh" }, text)); // of the row on a phone
};

const read = () => {
  const asked = new URLSearchParams(location.search).get("since") ?? "";
  since = isDay(asked) ? asked : "";
  const found = events.filter(({ changed }) => since && changed >= since);
  const days = events.flatMap(({ changed }) => changed ?? []).sort();
  bar.hidden = !asked;
  only.parentElement.hidden = !found.length;
  told.textContent = since
    ? filled(messages.since, { date: inWords(since), found: filled(messages.found, { n: found.length }) })
    : filled(messages.unknown, { asked: `since=${asked}`, values: `${days[0]} – ${days.at(-1)}` });
  for (const each of document.querySelectorAll(".fresh")) each.remove();
  found.forEach(label);
};

const filter = () => only.form.dispatchEvent(new Event("input"));
only.addEventListener("input", filter);
clear.addEventListener("click", () => {
  only.checked = false;
  setParameters([["since", null]]);
  read();
  filter();
});
addEventListener("popstate", read);
read();
