// Which events match the search and filters, of those that are all in the page.

const groups = [...document.querySelectorAll(".group")];
const texts = new Map(); // id -> its searchable text, with other spellings
const text = ({ id, spellings }) => {
  if (!texts.has(id)) {
    const visible = [...articles.get(id).querySelectorAll(SEARCHED)].map((part) => part.textContent);
    texts.set(id, plain([...visible, spellings].join(" ")));
  }
  return texts.get(id);
};

Object.assign(tests, {
  q: (event, q) => plain(q).split(/\s+/).every((word) => text(event).includes(word)),
  track: (event, ...tracks) => tracks.includes(event.track),
  person: ({ id }, person) => [...articles.get(id).querySelectorAll(".people bdi")].some(({ textContent }) => textContent === person),
  kind: (event, kind) => event.kind === kind,
  main: (event) => event.key,
  official: (event) => event.official,
});

const parameters = () => {
  const values = new FormData(form);
  return Object.keys(tests).map((name) => [name, values.getAll(name).map((value) => value.trim()).filter(Boolean)]);
};

const show = () => {
  const active = parameters().filter(([, values]) => values.length);
  const found = events.filter((event) => active.every(([name, values]) => tests[name](event, ...values)));
  emit("matched", new Set(found.map(({ id }) => id)));
  for (const [id, article] of articles) article.parentElement.hidden = !matching.has(id);
  for (const group of groups) {
    const items = [...group.querySelector("ol").children];
    group.hidden = items.every((item) => item.hidden);
    group.querySelector(".number")?.toggleAttribute("hidden", items.some((item) => item.hidden)); // it counts them all
  }
  const answer = active.length ? filled(messages.found, { n: found.length }) : messages.all;
  status.textContent = active.length ? answer : "";
  done.textContent = filled(messages.show, { found: answer });
  none.hidden = found.length > 0;
  if (active.length) form.hidden = false; // also of few events, for the way back
  form.querySelector("[type=reset]").disabled = !active.length;
  finder?.toggleAttribute("data-active", active.some(([name]) => name !== "main"));
  press();
};
