// Search and filters: what matches stays in the list and stands out in the chart; the address holds the question.

const form = document.querySelector(".find");
const said = form.querySelector("[role=status]");
const none = document.querySelector(".none");
const NAMES = ["q", "track", "person", "kind", "main", "official"];

// Letters without their marks and small, so that "Elysee" finds "Élysée" and "lodz" finds "Łódź".
const plain = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ł/g, "l").replace(/ø/g, "o").replace(/[’ʼ‘]/g, "'");
const texts = new Map(); // id -> all that can be found in it, other spellings too
const text = ({ id, also }) => {
  if (!texts.has(id)) texts.set(id, plain([articles.get(id).textContent, ...also].join(" ")));
  return texts.get(id);
};

const tests = {
  q: (event, q) => plain(q).split(/\s+/).every((word) => text(event).includes(word)),
  track: (event, track) => event.track === track,
  person: (event, person) => event.people.includes(person),
  kind: (event, kind) => event.kind === kind,
  main: (event) => event.key,
  official: (event) => event.official,
};

const asked = () => NAMES.map((name) => [name, new FormData(form).get(name)?.trim()]).filter(([, value]) => value);

const show = () => {
  const question = asked();
  const found = events.filter((event) => question.every(([name, value]) => tests[name](event, value)));
  tell("matched", new Set(found.map(({ id }) => id)));
  for (const [id, article] of articles) article.parentElement.hidden = !matching.has(id);
  said.textContent = question.length ? filled(words.found, { n: found.length }) : words.all;
  none.hidden = found.length > 0;
  form.querySelector("[type=reset]").disabled = !question.length;
};

const ask = () => {
  show();
  remember({ ...Object.fromEntries(NAMES.map((name) => [name, null])), ...Object.fromEntries(asked()) });
};
const forget = () => {
  for (const name of NAMES) {
    const field = form.elements[name];
    if (field?.type === "checkbox") field.checked = false;
    else if (field) field.value = "";
  }
  ask();
};

form.addEventListener("input", ask);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  forget();
  form.elements.q.focus();
});
// An event that is chosen is to be seen, whatever was asked before.
hear("chosen", (id) => id && !matching.has(id) && forget());

const given = new URLSearchParams(location.search);
for (const name of NAMES) {
  const [field, value] = [form.elements[name], given.get(name)];
  if (!field || !value) continue;
  if (field.type === "checkbox") field.checked = value === field.value;
  else field.value = value; // a choice that a list does not hold leaves it at "all"
  if (field.selectedIndex === -1) field.selectedIndex = 0;
}
show();
