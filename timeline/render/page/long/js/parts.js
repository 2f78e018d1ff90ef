// The parts of the list: each opens in place, and its events come from a file. Only a few have their events in the
// document at a time; the others keep their height.

const MOST_PARTS = 6;
let counted = 0;
const listParts = [...document.querySelectorAll(".part")].map((node, number) => {
  const [link, days, small] = [".part-name a", ".days", "small"].map((what) => node.querySelector(what));
  const [first, end] = [counted, (counted += pageData.counts[number])];
  const [, name] = /([^/]+)\.html$/.exec(link.pathname);
  return { node, number, name, link, days, small, text: small.textContent, span: node.closest(".span"), first, end, isOpen: number === 0, isWhole: false };
});
const partOf = (id) => listParts.findLast(({ first }) => first <= numberOf.get(id));
const isIn = ({ node }, id) => Boolean(articles.get(id) && node.contains(articles.get(id)));
// Px from the window; in story mode, when nothing of the list is laid out, by the number of parts between.
const away = ({ node, number }, from) => {
  if (chart.isBehind?.()) return Math.abs(number - from.number) * innerHeight * 2;
  const { top, bottom } = node.getBoundingClientRect();
  return Math.max(top - innerHeight, -bottom, 0);
};

// The events of the opening stay the same elements: what the reader has opened in them stays open.
const putIn = (part, content) => {
  for (const [n, { id }] of content.querySelectorAll("article.event").entries()) numberOf.set(id, part.first + n);
  const there = part.days.children.length;
  const groups = [...content.children].slice(there);
  part.days.append(...groups);
  part.days.style.removeProperty("min-height");
  part.node.querySelector(".rest")?.remove();
  part.isWhole = true;
  const added = groups.flatMap((group) => [...group.querySelectorAll("article.event")]);
  for (const article of added) articles.set(article.id, article);
  emit("listed", added);
};
const takeOut = (part) => {
  if (!chart.isBehind?.()) part.days.style.setProperty("min-height", `${part.days.offsetHeight}px`);
  for (const { id } of part.days.querySelectorAll("article.event")) articles.delete(id);
  part.days.replaceChildren();
  part.isWhole = false;
};
const spare = (from) => {
  const whole = listParts.filter(({ isWhole }) => isWhole);
  if (whole.length <= MOST_PARTS) return;
  const idle = whole.filter((part) => !part.node.contains(document.activeElement) && !isIn(part, chosen()) && (!part.isOpen || away(part, from) > innerHeight));
  idle.sort((one, other) => away(other, from) - away(one, from));
  for (const part of idle.slice(0, whole.length - MOST_PARTS)) takeOut(part);
};

const fill = async (part) => {
  if (part.isWhole) return;
  part.node.ariaBusy = "true";
  try {
    const html = await loaded(`part-${part.name}`, part.number);
    if (!part.isWhole) putIn(part, fragment(html));
  } finally {
    part.node.ariaBusy = null;
  }
  spare(part);
};
const setPart = (part, isOpen) => {
  part.isOpen = isOpen;
  part.days.hidden = !isOpen;
  part.link.ariaExpanded = isOpen;
};
const openPart = (part) => {
  if (part.span) part.span.open = true;
  setPart(part, true);
  return fill(part);
};

// The article of an event, wherever it is; undefined if there is no such event.
const bringIn = async (id) => {
  await indexed();
  if (!numberOf.has(id)) return undefined;
  await openPart(partOf(id));
  return articles.get(id);
};
