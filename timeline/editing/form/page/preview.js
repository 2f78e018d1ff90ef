// The page beside the form: the one that is served, with the event as it is being typed.

const frame = document.getElementById("preview");
const note = document.getElementById("preview-note");
let shown = { id: "", article: "" };

const patch = () => {
  const { id, article } = shown;
  const page = frame.contentDocument;
  if (!id || !article || !page?.body) return;
  const made = new DOMParser().parseFromString(article, "text/html").querySelector("article");
  const old = page.getElementById(id);
  if (!made) return;
  made.classList.add("open"); // where the list shows titles alone
  made.querySelector(".opener")?.setAttribute("aria-expanded", "true");
  if (old) {
    old.className = made.className;
    old.replaceChildren(...made.childNodes);
    return;
  }
  // It has no place among the days before it is saved: it stands above all of them.
  for (const each of page.querySelectorAll("[data-not-yet]")) each.remove();
  const group = page.createElement("section");
  const heading = page.createElement("h2");
  Object.assign(group, { className: "group", lang: "en" });
  Object.assign(heading, { className: "words", textContent: "Not saved yet" });
  group.dataset.notYet = "";
  group.append(heading, page.adoptNode(made));
  page.querySelector(".by-day")?.prepend(group);
  group.scrollIntoView({ block: "start" });
};

frame.addEventListener("load", patch);

/** Show the page at an event. */
export const showEvent = (id) => {
  shown = { id, article: "" };
  if (!id && frame.getAttribute("src")) return; // a file beside the events: any place of the page will do
  const address = id ? `/#${encodeURIComponent(id)}` : "/";
  if (frame.getAttribute("src")) frame.contentWindow.location.replace(address);
  else frame.src = address;
};

/** Show an event as it is being typed: the chart follows when it is saved. */
export const showTyped = (id, article, form, hasFaults) => {
  shown = { id, article };
  patch();
  if (hasFaults && !form.isNew) note.textContent = "Here is the last version without faults.";
  else if (!form.isChanged) note.textContent = "";
  else if (form.shape !== "event") note.textContent = "Not saved yet. The page follows when you save.";
  else if (article) note.textContent = "Not saved yet. The chart follows when you save.";
  else if (form.isNew) note.textContent = "The event is shown here as soon as nothing is missing.";
  else note.textContent = "Here is the last version without faults.";
};
