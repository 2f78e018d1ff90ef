// Search and filters: events that do not match are hidden in the list and faint in the chart.

const form = document.querySelector(".find");
const status = form.querySelector("[role=status]");
const none = document.querySelector(".none");
const NAMES = ["q", "track", "person", "kind", "main", "official"];
const done = form.querySelector(".done");
const finder = document.querySelector(".finder");
const switches = [...document.querySelectorAll("[data-main]")];

const groups = [...document.querySelectorAll(".group")];
const texts = new Map(); // id -> its searchable text, with other spellings
const text = ({ id, spellings }) => {
  if (!texts.has(id)) {
    const visible = [...articles.get(id).querySelectorAll(SEARCHED)].map((part) => part.textContent);
    texts.set(id, plain([...visible, spellings].join(" ")));
  }
  return texts.get(id);
};

const tests = {
  q: (event, q) => plain(q).split(/\s+/).every((word) => text(event).includes(word)),
  track: (event, ...tracks) => tracks.includes(event.track),
  person: ({ id }, person) => [...articles.get(id).querySelectorAll(".people bdi")].some(({ textContent }) => textContent === person),
  kind: (event, kind) => event.kind === kind,
  main: (event) => event.key,
  official: (event) => event.official,
};

const parameters = () => {
  const values = new FormData(form);
  return NAMES.map((name) => [name, values.getAll(name).map((value) => value.trim()).filter(Boolean)]);
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
const press = () => {
  for (const button of switches) button.setAttribute("aria-pressed", (button.dataset.main === "1") === Boolean(form.elements.main?.checked));
};

const apply = () => {
  show();
  setParameters(parameters());
};

form.addEventListener("input", () => afterPaint(apply));
form.elements.q.addEventListener("focus", () => inSlices(events, text)); // what will be searched is read before it is
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
    const fields = NAMES.includes(name) ? [...form.querySelectorAll(`[name=${name}]`)] : [];
    for (const field of fields) {
      if (field.type === "checkbox") field.checked ||= field.value === value;
      else field.value = value;
      if (field.selectedIndex === -1) field.value = ""; // no such option
    }
  }
  show();
};

// On a phone the form is a sheet, which leaves with what led to it: its button, Escape or the focus.
const open = (isOpen) => {
  form.classList.toggle("open", isOpen);
  finder.setAttribute("aria-expanded", isOpen);
  (isOpen ? form.elements.q : finder).focus({ preventScroll: true });
};
finder?.addEventListener("click", () => open(!form.classList.contains("open")));
done.addEventListener("click", () => {
  open(false);
  const [first] = matching;
  if (first && form.querySelector("[type=reset]:not(:disabled)")) bring(articles.get(order.find((id) => matching.has(id))).closest(".group"));
});
form.addEventListener("keydown", ({ key }) => key === "Escape" && narrow.matches && open(false));
form.addEventListener("focusout", ({ relatedTarget }) => {
  if (!narrow.matches || !relatedTarget || form.contains(relatedTarget) || relatedTarget === finder) return;
  form.classList.remove("open");
  finder.setAttribute("aria-expanded", false);
});
const more = form.querySelector(".more");
more?.addEventListener("focusout", ({ relatedTarget }) => narrow.matches || !relatedTarget || more.contains(relatedTarget) || (more.open = false));
more?.addEventListener("keydown", ({ key }) => key === "Escape" && !narrow.matches && ((more.open = false), more.querySelector("summary").focus()));

for (const button of switches) {
  button.addEventListener("click", () => {
    form.elements.main.checked = button.dataset.main === "1";
    press();
    afterPaint(apply);
  });
}
addEventListener("popstate", read);
read();
