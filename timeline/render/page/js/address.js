// What the parts of the page share besides: its messages, and its address, which holds search and filters.

const { events, messages } = pageData;
const tests = {}; // what can be asked for, by its name in the address -> whether an event meets it
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

// Lower case without diacritics, so that "elysee" finds "Élysée" and "lodz" finds "Łódź".
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/[‐-―]/g, "-").replace(/[’ʼ“”„«»"]/g, "'");

// The parts of an article that a search looks into.
const SEARCHED = ".when, h3, .note, .content p:not(.related, .tools), .sources .source, .about > :not(.kept)";

// A phone, upright or on its side: as in phone.css.
const narrow = matchMedia("(max-width: 37.4375em), (max-height: 30em) and (max-width: 60em)");

// The px at the top of the window that the skyline covers while a phone scrolls the list, and a little more.
const headroom = () => {
  const cover = document.querySelector(".sky");
  if (!cover) return 16;
  const { position, top } = getComputedStyle(cover);
  return 16 + (position === "sticky" ? cover.offsetHeight + parseFloat(top) : 0);
};

// Scrolls to a part of the list, below the skyline; `scrollIntoView` would scroll the host of a frame too. What was
// out of view gets its height only there, so the place is looked up again, unless the reader goes on.
let goal = null;
const bring = (part, report) => {
  const away = () => part.getBoundingClientRect().top - headroom();
  const align = (times) => {
    root.style.overflowAnchor = times ? "none" : ""; // the browser would scroll, too, which looks like the reader
    scrollTo(0, away() + scrollY);
    report?.();
    const there = scrollY;
    // A page that is shorter than was thought ends above: that is no reader who goes on either.
    const isHere = () => goal === part && (scrollY === there || there > root.scrollHeight - innerHeight || Math.abs(away()) < 2);
    if (times) afterPaint(() => (isHere() ? align(times - 1) : (root.style.overflowAnchor = "")));
  };
  goal = part;
  align(4);
};

addEventListener("click", (click) => {
  const id = click.target.closest("a[href^='#']")?.getAttribute("href").slice(1); // also of a link in an SVG
  if (!isPlain(click) || click.defaultPrevented || !articles.has(id)) return;
  click.preventDefault(); // otherwise a second click on the link would do nothing
  afterPaint(() => choose(id));
});

// Runs for each item, in slices between which the page answers; until they are no longer wanted.
const inSlices = async (items, run, isWanted = () => true) => {
  let until = performance.now() + 10;
  for (const item of items) {
    if (performance.now() > until) {
      await new Promise((done) => setTimeout(done));
      if (!isWanted()) return;
      until = performance.now() + 10;
    }
    run(item);
  }
};

// Puts parameters into the address, each with one value or a list; an empty one removes it.
const setParameters = (parameters) => {
  const address = new URL(location.href);
  for (const [name, value] of parameters) {
    address.searchParams.delete(name);
    for (const each of [value].flat()) if (each) address.searchParams.append(name, each);
  }
  if (!matching.has(chosen()) || address.searchParams.has("view")) address.hash = "";
  const wasChosen = address.hash !== location.hash;
  try {
    history.replaceState(null, "", address);
  } catch {
    // a frame without an address of its own: the parameters are not kept
  }
  if (wasChosen) emit("chosen", null);
};
