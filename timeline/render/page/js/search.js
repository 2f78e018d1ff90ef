// Search and filters: events that do not match are hidden in the list and faint in the chart.

const form = document.querySelector(".find");
const status = form.querySelector("[role=status]");
const none = document.querySelector(".none");
const NAMES = ["q", "track", "person", "kind", "main", "official"];

// Lower case without diacritics, so that "elysee" finds "Élysée" and "lodz" finds "Łódź".
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/[‐-―]/g, "-").replace(/[’ʼ“”„«»"]/g, "'");
const SEARCHED = ".when, h3, .content p:not(.related, .tools), .sources li";
const texts = new Map(); // id -> its searchable text, with other spellings
const text = ({ id, spellings }) => {
  if (!texts.has(id)) {
    const visible = [...articles.get(id).querySelectorAll(SEARCHED)].map((part) => part.textContent);
    texts.set(id, plain([...visible, ...spellings].join(" ")));
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

const parameters = () => NAMES.map((name) => [name, new FormData(form).get(name)?.trim()]);

const show = () => {
  const active = parameters().filter(([, value]) => value);
  const found = events.filter((event) => active.every(([name, value]) => tests[name](event, value)));
  emit("matched", new Set(found.map(({ id }) => id)));
  for (const [id, article] of articles) article.parentElement.hidden = !matching.has(id);
  status.textContent = active.length ? filled(messages.found, { n: found.length }) : messages.all;
  none.hidden = found.length > 0;
  form.querySelector("[type=reset]").disabled = !active.length;
};

const apply = () => {
  show();
  setParameters(parameters());
};

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[type=reset]").addEventListener("click", () => setTimeout(apply)); // once the form has been reset
// A chosen event that does not match ends the search, so that it can be seen.
on("chosen", (id) => {
  if (!id || matching.has(id)) return;
  form.reset();
  apply();
});

const read = () => {
  form.reset();
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = NAMES.includes(name) && form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
    if (field.selectedIndex === -1) field.value = ""; // no such option
  }
  show();
};
addEventListener("popstate", read);
read();
