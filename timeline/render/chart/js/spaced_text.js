// Readers may set letters and words further apart than the layout allows for. Then a label that would meet a mark or
// another label is not shown, the less important first; the marks stay.

const probe = document.createElement("span"); // as wide as its letters are set
Object.assign(probe, { className: "probe", ariaHidden: "true", textContent: "ab cd" });
box.append(probe);

const isSpaced = () => {
  const { letterSpacing, wordSpacing } = getComputedStyle(probe);
  return [letterSpacing, wordSpacing].some((value) => parseFloat(value) > 0);
};
const GAP = 4; // px between two labels; the space between mark and label is part of the label
const meets = (one, other, gap) => one.left < other.right + gap && other.left < one.right + gap && one.top < other.bottom && other.top < one.bottom;
const rectsOf = (parts) => parts.map((part) => part.getBoundingClientRect()).filter(({ width }) => width);
// What is shown first where not all has room: names of tracks, dates, main events and their notes.
const rank = (text) => {
  const kind = [".annotation-text", ".dates *", ".notes *"].findIndex((each) => text.matches(each));
  if (kind >= 0) return [0, 1, 3][kind];
  return articles.get(text.closest("[data-of]")?.dataset.of)?.matches(".key") ? 2 : 4;
};
let hidden = [];
const thin = () => {
  for (const text of hidden) text.style.opacity = "";
  hidden = [];
  if (!isLive() || !isSpaced()) return;
  const edges = chart.plot.querySelector(".nsewdrag").getBoundingClientRect();
  const texts = [...chart.plot.querySelectorAll(".textpoint text, .annotation-text")].filter(({ textContent }) => textContent.trim());
  const marks = rectsOf([...chart.plot.querySelectorAll(".marks .point")]);
  const taken = [];
  texts.sort((one, other) => rank(one) - rank(other));
  for (const text of texts) {
    const rect = text.getBoundingClientRect();
    const isCut = rank(text) > 0 && (rect.left < edges.left || rect.right > edges.right);
    if (isCut || marks.some((mark) => meets(rect, mark, 0)) || taken.some((other) => meets(rect, other, GAP))) hidden.push(text);
    else taken.push(rect);
  }
  for (const text of hidden) text.style.opacity = 0;
};
on("drawn", thin);
new ResizeObserver(thin).observe(probe);
