// Uses a page of ours like a reader, each step again and again until it works, and notes when it first did.
// `token` stands in the title of one event.
(token) => {
  const { at } = window.watched;
  const frame = () => new Promise(requestAnimationFrame);
  const seen = (what) => [...document.querySelectorAll(what)].filter((each) => each.checkVisibility());
  const ask = (words) => {
    const field = document.querySelector("[type=search]");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const press = () => {
    const mark = marks().find((each) => each.getBoundingClientRect().width > 0) ?? seen(".chart a[data-event]")[0];
    const { left, top, width, height } = mark.getBoundingClientRect();
    const middle = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 };
    mark.dispatchEvent(new PointerEvent("pointerdown", middle));
    mark.dispatchEvent(new MouseEvent("click", middle));
  };
  const marks = () => seen(document.querySelector(".chart") ? ".chart a[data-event] .dot" : ".sky .square:not(.now)");
  const open = () => seen(".card[open] h3, article.event[aria-current=true] :is(h2, h3)")[0]?.textContent;
  const step = () => seen(":is(.card, .walk) [data-step='1']")[0];
  let before;
  const isOther = () => open() && open() !== before;
  const found = () => seen("article.event").filter(({ parentElement }) => !parentElement.hidden);
  const isFound = () => found().length === 1 && found()[0].textContent.includes(token);

  const trials = [
    ["search", () => ask(token), isFound],
    ["all", () => ask(""), () => found().length > 1],
    ["click", press, isOther],
    ["step", () => (step() ? step().click() : press()), isOther], // the first click came before there were cards
  ];
  const tryAll = async () => {
    for (const [name, act, hasWorked] of trials) {
      before = open();
      do {
        try {
          act();
        } catch {
          // what it needs is not there yet
        }
        for (let wait = 0; wait < 6 && (!wait || !hasWorked()); wait++) await frame(); // time for an answer
      } while (!hasWorked());
      at[name] = performance.now();
    }
    at.ready = performance.now();
  };
  addEventListener("click", (click) => click.target.closest?.("a") && click.preventDefault()); // a link leads away
  addEventListener("DOMContentLoaded", tryAll);
};
