// In the preview only: reloads the page when the event files have changed, and shows what is wrong with them.

{
  const own = document.currentScript;
  const KEY = "timeline-preview-place";
  const isPage = Boolean(own.dataset.widths);
  // The page of `timeline edit` shows faults at the fields of its form.
  const isInForm = window.frameElement?.hasAttribute("data-shows-own-faults") ?? false;

  // ---- where the reader is, kept over a reload; search, filters, view and the chosen event are in the address

  const keepPlace = () => {
    const places = [...document.querySelectorAll("article[id]")].map((each) => [each, each.getBoundingClientRect()]);
    const shown = places.filter(([, { bottom, height }]) => height && bottom > 0);
    const [seen, { top } = {}] = shown.find((each) => each[1].top >= 0) ?? shown[0] ?? [];
    const field = document.activeElement?.closest("input[name], select[name]")?.name;
    const place = { address: location.href, y: scrollY, id: seen?.id, top, field };
    sessionStorage.setItem(KEY, JSON.stringify(place));
    history.scrollRestoration = "manual";
  };

  const restorePlace = () => {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (place?.address !== location.href) return;
    let isMoved = false;
    const back = () => {
      if (isMoved) return;
      const seen = place.id && place.y > 0 && document.getElementById(place.id);
      const by = seen ? seen.getBoundingClientRect().top - place.top : place.y - scrollY;
      if (by) scrollBy({ top: by, behavior: "instant" });
    };
    // What comes into view gets its real height only then: the place is found again in the frames that follow.
    const settle = (frames) => {
      back();
      if (frames) return requestAnimationFrame(() => settle(frames - 1));
      history.scrollRestoration = "auto";
      document.documentElement.dataset.previewRestored = "";
    };
    for (const type of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      addEventListener(type, () => (isMoved = true), { once: true, passive: true });
    }
    back();
    document.querySelector(`[name="${CSS.escape(place.field ?? "")}"]`)?.focus({ preventScroll: true });
    addEventListener("load", () => settle(5));
    new MutationObserver(back).observe(document.documentElement, { attributeFilter: ["data-chart"] });
  };

  const reload = () => {
    keepPlace();
    location.reload();
  };

  // ---- what is wrong, over the last good page

  let overlay = null;
  const made = (tag, text, ...children) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    element.append(...children);
    return element;
  };

  /** A part of the page with a style of its own. */
  const apart = (id) => {
    const element = made("div");
    element.id = id;
    const root = element.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    document.body.append(element);
    return [element, root];
  };

  const listed = (faults) =>
    made("ol", "", ...faults.map(({ place, message, excerpt, hint }) =>
      made("li", "", made("p", "", made("b", place), ` ${message}`), ...(excerpt ? [made("pre", excerpt)] : []), ...(hint ? [made("p", `Try: ${hint}`)] : [])),
    ));

  const hide = () => {
    overlay?.remove();
    overlay = null;
  };

  const show = ({ title, faults }) => {
    hide();
    const [element, root] = apart("tl-preview-faults");
    overlay = element;
    const button = made("button", "Hide");
    button.type = "button";
    button.addEventListener("click", hide);
    const section = made("section", "", button, made("h2", title), listed(faults));
    section.setAttribute("aria-label", title);
    section.setAttribute("role", "alert");
    section.lang = "en";
    section.dir = "ltr";
    section.tabIndex = 0;
    root.append(section);
  };

  // ---- warnings: a note in the corner, until it is closed or they are others

  const CLOSED = "timeline-preview-closed-note";
  let note = null;

  const showNote = ({ title, faults }) => {
    const text = JSON.stringify([title, faults]);
    if (note?.dataset.text === text) return;
    note?.remove();
    note = null;
    if (!faults.length || sessionStorage.getItem(CLOSED) === text) return;
    const [element, root] = apart("tl-preview-warnings");
    note = element;
    note.dataset.text = text;
    const button = made("button", "Close");
    button.type = "button";
    button.addEventListener("click", () => {
      sessionStorage.setItem(CLOSED, text);
      note.remove();
      note = null;
    });
    const folded = made("details", "", made("summary", title), listed(faults));
    const section = made("aside", "", folded, button);
    section.setAttribute("aria-label", title);
    section.lang = "en";
    section.dir = "ltr";
    root.append(section);
  };

  // ---- what the server says

  let source = null;
  let width = 0;
  const WIDTHS = (own.dataset.all ?? "").split(",").map(Number);
  const drawn = (own.dataset.widths ?? "").split(",").map(Number);
  const wanted = () => {
    const room = document.querySelector(".graphic")?.clientWidth ?? 0;
    return WIDTHS.findLast((each) => each <= room) ?? WIDTHS[0];
  };

  // The events in files that were changed: the page itself follows, of a large timeline some seconds later.
  const replaceEvents = (events) => {
    for (const [id, text] of Object.entries(events)) {
      const made = new DOMParser().parseFromString(text, "text/html").querySelector("article");
      if (made) document.getElementById(id)?.replaceChildren(...made.childNodes);
    }
  };

  const onState = ({ version, title, faults, events, warnings }) => {
    if (version !== own.dataset.version) return reload();
    if (isPage && !drawn.includes(width)) return reload();
    if (isPage) replaceEvents(events);
    if (faults.length && own.dataset.plain === undefined && !isInForm) show({ title, faults });
    else if (faults.length) sameFaults(title, faults);
    else hide();
    if (isPage && !isInForm) showNote(warnings);
    document.documentElement.dataset.preview = faults.length ? "faults" : "good";
  };

  // A page of faults, while nothing is good yet, is loaded anew when they change.
  const sameFaults = (title, faults) => {
    const text = JSON.stringify([title, faults]);
    if (own.dataset.faults !== undefined && own.dataset.faults !== text) location.reload();
    own.dataset.faults = text;
  };

  const connect = () => {
    source?.close();
    width = isPage ? wanted() : 0;
    source = new EventSource(`/__timeline/events?width=${width}`);
    source.addEventListener("message", ({ data }) => onState(JSON.parse(data)));
  };

  restorePlace();
  connect();
  // A browser has few connections to a server: a tab that is not seen gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source.close();
    else connect();
  });
  addEventListener("resize", () => {
    if (isPage && wanted() !== width) connect();
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", ({ persisted }) => persisted && connect());
}
