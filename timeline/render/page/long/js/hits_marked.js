// Marks the hits in the events that are in the document.

let hits; // of the last search
const mark = () => {
  const words = plain(field.value).split(/\s+/).filter((word) => word[1]); // a letter alone is everywhere
  const found = new Highlight();
  const markIn = (article) => {
    for (const part of article.querySelectorAll(`${SEARCHED}, .opener`)) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) for (const range of rangesIn(texts.currentNode, words)) found.add(range);
    }
  };
  CSS.highlights.set("hit", (hits = found));
  const there = [...articles.values()].filter(({ id }) => matching.has(id));
  inSlices(words.length ? there : [], markIn, () => hits === found);
};
if (window.Highlight) {
  for (const name of ["matched", "listed"]) on(name, () => afterPaint(mark));
  afterPaint(mark);
}
