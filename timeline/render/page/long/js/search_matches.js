// Which events match the search and filters: what is typed is looked up in the index of all words.

const text = () => {}; // nothing has to be read from the list before it is searched

Object.assign(tests, {
  track: (event, ...tracks) => tracks.includes(event.track),
  person: (event, person) => event.people.includes(person),
  kind: (event, kind) => event.kind === kind,
  main: (event) => event.key,
  official: (event) => event.official,
});

const parameters = () => {
  const asked = new FormData(form);
  return ["q", ...Object.keys(tests)].map((name) => [name, asked.getAll(name).map((value) => value.trim()).filter(Boolean)]);
};

const find = (active) => {
  const [q] = active.find(([name]) => name === "q")?.[1] ?? [];
  const hits = q && withWords(q);
  const others = active.filter(([name]) => name !== "q");
  return events.filter((event) => (!hits || hits[event.number]) && others.every(([name, asked]) => tests[name](event, ...asked)));
};
let asked = 0;
const show = async () => {
  const own = ++asked;
  const active = parameters().filter(([, values]) => values.length);
  press();
  let found = null; // all
  if (active.length) {
    try {
      await Promise.all([indexed(), active.some(([name]) => name === "q") && readWords()]);
    } catch {
      status.textContent = longTexts.failed; // the list shows all events still
      return;
    }
    if (own !== asked) return;
    found = find(active);
  }
  emit("matched", found ? new Set(found.map(({ id }) => id)) : isIndexed ? new Set(order) : matching);
  const number = found ? found.length : total;
  const answer = found ? filled(messages.found, { n: number }) : messages.all;
  status.textContent = found ? answer : "";
  done.textContent = filled(messages.show, { found: answer });
  none.hidden = number > 0;
  form.querySelector("[type=reset]").disabled = !found;
  finder?.toggleAttribute("data-active", active.some(([name]) => name !== "main"));
  if (chosen() && !matching.has(chosen())) setParameters(parameters());
};

// What is in the document shows only what matches.
const sift = (items) => {
  for (const article of items) article.parentElement.hidden = !matching.has(article.id);
  for (const group of new Set(items.map((article) => article.closest(".group")))) {
    const rows = [...group.querySelector("ol").children];
    group.hidden = rows.every((row) => row.hidden);
    group.querySelector(".number")?.toggleAttribute("hidden", rows.some((row) => row.hidden)); // it counts them all
  }
};
on("matched", () => sift([...articles.values()]));
on("listed", sift);

// The people to choose among come with the index.
const person = form.elements.person;
on("indexed", (people) => {
  const { compare } = new Intl.Collator(root.lang);
  person?.append(...[...people].sort(compare).map((name) => new Option(name, name)));
  if (new URLSearchParams(location.search).has("person")) read();
});
if (new URLSearchParams(location.search).has("person")) indexed().catch(tellFailure);
form.elements.q.addEventListener("focus", () => readWords().catch(tellFailure));
