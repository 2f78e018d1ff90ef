// The parts come as one reads: at a click, when the list is scrolled to them, or when an event of theirs is chosen.

for (const part of listParts) {
  setPart(part, part.isOpen);
  part.link.addEventListener("click", (click) => {
    if (!isPlain(click)) return;
    click.preventDefault();
    if (part.isOpen) return setPart(part, false);
    openPart(part).catch(() => location.assign(part.link.href)); // without its file there is still its page
  });
}
// Links to events lead to plain pages, which nobody needs now.
for (const link of document.querySelectorAll(".days a[href^='list/']")) link.setAttribute("href", link.hash);

// What is near the window and open gets its events; the part after it opens, once the reader scrolls.
const NEAR = 800; // px
let isReading = false;
let isAdvancing = false;
const isNear = (part) => {
  const { top, bottom } = (part.span?.open === false ? part.span : part.node).getBoundingClientRect();
  return bottom > top && top < innerHeight + NEAR && bottom > -NEAR;
};
const wanted = () => {
  const shown = listParts.filter(({ node }) => !node.hidden);
  return shown.find((part, n) => {
    if (part.isOpen ? part.isWhole : !isReading || (n > 0 && !(shown[n - 1].isOpen && shown[n - 1].isWhole && isNear(shown[n - 1])))) return false;
    return isNear(part);
  });
};
const advance = async () => {
  if (isAdvancing || chart.isBehind?.()) return;
  isAdvancing = true;
  try {
    for (let part = wanted(); part; part = wanted()) {
      await (part.isOpen ? fill(part) : openPart(part));
      await new Promise((done) => requestAnimationFrame(done));
    }
  } catch {
    isReading = false; // until the reader scrolls again
  }
  isAdvancing = false;
};
addEventListener(
  "scroll",
  () => {
    isReading = true;
    afterPaint(advance);
  },
  { passive: true },
);
addEventListener("resize", () => afterPaint(advance));

// How many of a part match; those without are not shown.
const shownOf = (number, all) => (number === all ? null : filled(messages.place, { n: number, all }));
on("matched", (ids) => {
  const isPart = isIndexed && ids.size < total;
  const numbers = isPart ? listParts.map(({ first, end }) => order.slice(first, end).filter((id) => ids.has(id)).length) : null;
  for (const part of listParts) {
    const number = numbers ? numbers[part.number] : part.end - part.first;
    part.node.hidden = !number;
    part.small.textContent = shownOf(number, part.end - part.first) ?? part.text;
    if (!part.isWhole) part.days.style.removeProperty("min-height"); // it was the height of all of them
  }
  for (const span of new Set(listParts.map((part) => part.span))) {
    if (!span) continue;
    const own = listParts.filter((part) => part.span === span);
    const [all, number] = [own.at(-1).end - own[0].first, own.reduce((sum, part) => sum + (numbers ? numbers[part.number] : part.end - part.first), 0)];
    const small = span.querySelector("summary small");
    small.dataset.text ??= small.textContent;
    small.textContent = shownOf(number, all) ?? small.dataset.text;
    span.hidden = !number;
  }
  if (numbers) isReading = true; // what was found is to be seen at once
  afterPaint(advance);
});

// What has just come gets its height in the next frames, and moves what is below it: until the reader moves the page, the
// event is brought to its place again.
const holdInView = async (article) => {
  const moved = new AbortController();
  for (const type of ["wheel", "touchmove", "keydown", "pointerdown"]) addEventListener(type, () => moved.abort(), { signal: moved.signal, passive: true });
  for (let frame = 0; frame < 12; frame++) {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    if (moved.signal.aborted || chosen() !== article.id || chart.isBehind?.()) break;
    const isLaidOut = article.checkVisibility({ contentVisibilityAuto: true }); // its day may be skipped, out of view
    if (!isLaidOut) bring(article.closest(".group"));
    else if (Math.abs(article.getBoundingClientRect().top - headroom()) > 2) bring(article);
  }
  moved.abort();
};

// An event that was chosen, here or by a link, and that is not in the document yet.
const seek = async (id) => {
  if (!id || id.startsWith("tl-") || articles.has(id)) return;
  try {
    const article = await bringIn(id);
    if (!article || location.hash !== `#${id}`) return;
    emit("chosen", id);
  } catch {
    tellFailure();
  }
};
on("chosen", (id) => (articles.has(id) ? holdInView(articles.get(id)) : seek(id)));
addEventListener("hashchange", () => seek(location.hash.slice(1)));
// Who turns to the chart or to the search will soon need to know all events.
for (const type of ["focusin", "pointerdown"]) {
  for (const part of document.querySelectorAll(".chart, .find, [data-present]")) part.addEventListener(type, () => indexed().catch(tellFailure), { once: true });
}
afterPaint(() => seek(location.hash.slice(1)));
