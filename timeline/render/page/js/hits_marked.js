// Marks the hits in every event that matches.

let hits; // of the last search
const mark = () => {
  const words = plain(field.value).split(/\s+/).filter((word) => word[1]); // a letter alone is everywhere
  const found = new Highlight();
  const markIn = (id) => {
    for (const part of articles.get(id).querySelectorAll(`${SEARCHED}, .opener`)) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) for (const range of rangesIn(texts.currentNode, words)) found.add(range);
    }
  };
  CSS.highlights.set("hit", (hits = found));
  inSlices(words.length ? matching : [], markIn, () => hits === found);
};
if (window.Highlight) {
  on("matched", () => afterPaint(mark));
  afterPaint(mark);
}
