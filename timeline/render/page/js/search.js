// Search and filters: what matches stays in the list and stands out in the chart.

const form = document.querySelector(".find");
const said = form.querySelector("[role=status]");
const none = document.querySelector(".none");
const NAMES = ["q", "track", "person", "kind", "main", "official"];

// Small letters without their marks, so that "elysee" finds "Élysée" and "lodz" finds "Łódź".
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/[‐-―]/g, "-").replace(/[’ʼ“”„«»"]/g, "'");
const TOLD = ".when, h3, .told p:not(.related, .tools), .sources li";
const texts = new Map(); // id -> all that can be found in it, other spellings too
const text = ({ id, also }) => {
  if (!texts.has(id)) {
    const told = [...articles.get(id).querySelectorAll(TOLD)].map((part) => part.textContent);
    texts.set(id, plain([...told, ...also].join(" ")));
  }
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

const answers = () => NAMES.map((name) => [name, new FormData(form).get(name)?.trim()]);

const show = () => {
  const question = answers().filter(([, value]) => value);
  const found = events.filter((event) => question.every(([name, value]) => tests[name](event, value)));
  tell("matched", new Set(found.map(({ id }) => id)));
  for (const [id, article] of articles) article.parentElement.hidden = !matching.has(id);
  said.textContent = question.length ? filled(words.found, { n: found.length }) : words.all;
  none.hidden = found.length > 0;
  form.querySelector("[type=reset]").disabled = !question.length;
};

const ask = () => {
  show();
  remember(answers());
};

form.addEventListener("input", ask);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[type=reset]").addEventListener("click", () => setTimeout(ask)); // it is empty only then
// An event that is chosen is to be seen, whatever was asked before.
hear("chosen", (id) => {
  if (!id || matching.has(id)) return;
  form.reset();
  ask();
});

const read = () => {
  form.reset();
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = NAMES.includes(name) && form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
    if (field.selectedIndex === -1) field.value = ""; // the list does not hold it
  }
  show();
};
addEventListener("popstate", read);
read();
