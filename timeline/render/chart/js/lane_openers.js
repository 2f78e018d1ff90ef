// The name of a track that has gathered events opens it: then it is as high as it needs. The names are one stop of the
// Tab key, and the arrow keys go from one to the next.

const names = [...document.querySelectorAll(".key-to-tracks li")].map(({ textContent }) => textContent);
const group = element("div", { className: "lane-openers", role: "group", ariaLabel: document.querySelector(".key-to-tracks")?.ariaLabel ?? "" });
const buttons = names.map((ariaLabel, lane) => {
  const button = element("button", { type: "button", ariaLabel, tabIndex: -1 });
  button.addEventListener("click", () => chart.openLane(lane));
  return button;
});
group.append(...buttons);
box.after(group);
let last = null;

const place = () => {
  if (!isLive()) return (group.hidden = true);
  group.hidden = false;
  const drawn = [...chart.plot.querySelectorAll(".annotation-text")];
  const origin = box.getBoundingClientRect();
  const own = group.offsetParent?.getBoundingClientRect() ?? origin;
  buttons.forEach((button, lane) => {
    const [, , isFolded] = chart.drawn().lanes[lane] ?? [];
    button.hidden = !isFolded && chart.openedLane() !== lane;
    button.ariaExpanded = chart.openedLane() === lane;
    const text = drawn[lane]?.getBoundingClientRect();
    if (button.hidden || !text) return;
    Object.assign(button.style, { left: `${text.left - own.left - (forward > 0 ? 15 : 3)}px`, top: `${text.top - own.top - 4}px`, width: `${text.width + 18}px`, height: `${text.height + 8}px` });
  });
  const shown = buttons.filter((button) => !button.hidden);
  for (const button of buttons) button.tabIndex = button === (shown.includes(last) ? last : shown[0]) ? 0 : -1;
};
group.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const shown = buttons.filter((button) => !button.hidden);
  const next = shown[shown.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  last = next;
  place();
  next.focus();
});
on("drawn", place);
on("stilled", place);
