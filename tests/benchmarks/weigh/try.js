// Does what a reader does with a page of ours, again in each frame until it works, and notes when it first did.
// `token` stands in the title of one event. The page can be operated once all of it has worked.
(token) => {
  const frame = () => new Promise(requestAnimationFrame);
  const all = (what) => [...document.querySelectorAll(what)];
  const label = () => document.querySelector("a[data-event]"); // in the chart, or on the cards where there is none
  const shown = () => all("article.event").filter((article) => !article.parentElement.hidden);
  const ask = (words) => {
    const field = document.querySelector("[type=search]");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  // In the chart or, where there is none, in the skyline.
  const onMark = () => {
    const marks = document.querySelector(".chart") ? all(".chart a .dot") : all(".sky .square:not(.now)");
    const mark = marks.find((each) => each.getBoundingClientRect().width > 0); // others are for other widths
    const { left, top, width, height } = mark.getBoundingClientRect();
    const middle = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 };
    mark.dispatchEvent(mark.matches(".square") ? new PointerEvent("pointerdown", middle) : new MouseEvent("click", middle));
  };
  const step = document.querySelector.bind(document, ".walk [data-step='1']"); // the embed's
  const onLabel = () => {
    label().focus();
    label().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true }));
  };
  const isWalked = () => document.activeElement.dataset.event && document.activeElement !== label();
  // The event that is open: in the page on a card or, before there are cards, in its list; in the embed in front.
  const open = () => document.querySelector(".card[open] h3, article.event[aria-current=true] :is(h2, h3)")?.textContent;
  let before;
  const isOther = () => open() && open() !== before;
  const linked = (what) => all(what).length;
  const isLinked = () => label() && linked("a[data-event][href^=http]") === linked("article.event:has(.source[href^=http])");

  // Its name, what is done, and by what one sees that it worked.
  const trials = [
    ["search", () => ask(token), () => shown().length === 1 && shown()[0].textContent.includes(token)],
    ["keys", () => (ask(""), onLabel()), isWalked],
    ["step", () => step().click(), isOther],
    ["click", onMark, isOther],
  ];
  const tryAll = async () => {
    const { at } = window.watched;
    while (!isLinked()) await frame();
    at.links = performance.now();
    for (const [name, act, hasWorked] of trials) {
      if (name === "step" && !step()) continue;
      before = open();
      do {
        try {
          act();
        } catch {
          // what it needs is not there yet
        }
        await frame();
      } while (!hasWorked());
      at[name] = performance.now();
    }
    at.ready = performance.now();
  };
  addEventListener("click", (click) => click.preventDefault()); // before the page listens, a link would be followed
  addEventListener("focusin", (focus) => focus.stopImmediatePropagation(), true); // nobody has touched the chart: no Plotly yet
  tryAll();
};
