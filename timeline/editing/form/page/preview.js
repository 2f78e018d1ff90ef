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

/** Whether there is a page: as long as no event is without faults, there is a list of these in its place. */
const hasPage = () => !frame.contentDocument?.querySelector("script[data-plain]");

const NO_PAGE = "The page is shown here as soon as nothing is missing in any saved event.";
let said = "";

const tell = (text) => {
  said = text;
  note.textContent = hasPage() ? text : NO_PAGE;
};

frame.addEventListener("load", () => {
  frame.classList.toggle("no-page", !hasPage());
  tell(said);
  patch();
});

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
  if (hasFaults && !form.isNew) tell("Here is the last version without faults.");
  else if (!form.isChanged) tell("");
  else if (form.shape !== "event") tell("Not saved yet. The page follows when you save.");
  else if (article) tell("Not saved yet. The chart follows when you save.");
  else if (form.isNew) tell("The event is shown here as soon as nothing is missing.");
  else tell("Here is the last version without faults.");
};
