// The skyline: on a phone it shows where the list is and leads there; beside the chart it shows the part in view and
// moves it. It is one slider, whose steps are its columns.

const sky = document.querySelector(".sky");
if (sky) {
  const drawing = sky.querySelector(".skyline");
  const [pane, now] = [drawing.querySelector(".window"), drawing.querySelector(".now")];
  const [place, where] = sky.querySelectorAll(".here :is(b, span)");
  const atRest = [place.textContent, where.textContent];
  const columns = [...drawing.querySelectorAll("a")].map((node) => ({ node, ids: node.dataset.events.split(" "), period: node.dataset.period, brief: node.dataset.brief ?? node.dataset.period }));
  const total = order.length;
  const isStuck = () => getComputedStyle(sky).position === "sticky"; // on a phone
  const groups = [...document.querySelectorAll(".group")];
  let current = 0;
  let led = { number: 0, at: -Infinity }; // where the slider has led: near its end the page cannot scroll as far

  // Where a column stands on the screen, in px.
  const middle = ({ node }) => {
    const { x, width } = node.querySelector(".hit").getBoundingClientRect();
    return x + width / 2;
  };
  // Which of the matching events it holds, "" if none.
  const numbers = ({ ids }) => {
    const shown = order.filter((id) => matching.has(id));
    const found = ids.map((id) => shown.indexOf(id) + 1).filter(Boolean);
    const [first, last] = [Math.min(...found), Math.max(...found)];
    return found.length ? filled(messages.place, { n: first === last ? first : `${first}–${last}`, all: shown.length }) : "";
  };

  const name = (number) => {
    current = number;
    drawing.setAttribute("aria-valuenow", number + 1);
    drawing.setAttribute("aria-valuetext", [columns[number].period, numbers(columns[number])].filter(Boolean).join(", "));
  };

  // What is in view on a phone: the column of the first event below the skyline.
  const follow = () => {
    if (chart.isBehind?.() || !isStuck()) return;
    const { bottom } = sky.getBoundingClientRect();
    const shown = groups.filter((group) => !group.hidden);
    const isMoving = shown[0]?.getBoundingClientRect().top < bottom;
    sky.classList.toggle("moving", isMoving);
    const all = matching.size;
    [place.textContent, where.textContent] = all === total ? atRest : [filled(messages.place, { n: all, all: total }), ""];
    if (!isMoving) return;
    const isAbove = (part) => !part.hidden && part.getBoundingClientRect().top <= bottom + 24;
    const isAtEnd = scrollY + innerHeight >= root.scrollHeight - 2; // the page scrolls no further
    const group = isAtEnd ? shown.at(-1) : (shown.findLast(isAbove) ?? shown[0]); // only what is in view is laid out
    const items = [...group.querySelectorAll("li:not([hidden]) > article")];
    const id = (items.findLast(({ parentElement: item }) => isAtEnd || isAbove(item)) ?? items[0]).id;
    const number = Math.abs(scrollY - led.at) < 2 ? led.number : Math.max(0, columns.findIndex(({ ids }) => ids.includes(id)));
    const column = columns[number];
    drawing.querySelector(".now-here")?.classList.remove("now-here");
    column.node.classList.add("now-here");
    now.setAttribute("transform", `translate(${middle(column) - drawing.getBoundingClientRect().x} 0)`);
    [place.textContent, where.textContent] = [column.brief, numbers(column) && `· ${numbers(column)}`];
    name(number);
  };

  const go = (number) => {
    const column = columns[Math.max(0, Math.min(columns.length - 1, number))];
    name(columns.indexOf(column));
    const ids = column.ids.filter((id) => matching.has(id));
    if (isStuck()) {
      const day = articles.get(ids[0] ?? column.ids[0]).closest(".group");
      bring(day, () => (led = { number: columns.indexOf(column), at: scrollY }));
    } else {
      emit("pointed", column.ids[0]);
      if (isLive()) chart.aim(chart.aroundPart(part(middle(column))));
    }
  };

  // The share of all the time at a place on the screen; the chart shows a little more at both ends.
  const MARGIN = 16;
  const part = (x) => {
    const { left, width } = drawing.getBoundingClientRect();
    return (x - left + MARGIN) / (width + 2 * MARGIN);
  };
  on("viewed", ([start, end]) => {
    const width = drawing.getBoundingClientRect().width + 2 * MARGIN;
    pane.setAttribute("x", start * width - MARGIN);
    pane.setAttribute("width", (end - start) * width);
    drawing.toggleAttribute("data-part", end - start < 0.999999);
  });

  const nearest = (x) => {
    const away = columns.map((column) => Math.abs(middle(column) - x));
    return away.indexOf(Math.min(...away));
  };
  const lead = ({ clientX }) => {
    if (isStuck() || !drawing.hasAttribute("data-part")) go(nearest(clientX));
    else chart.aim(chart.aroundPart(part(clientX)));
  };
  // A tap leads there in the end: if the list moved under the finger before, the click would be for a row of it.
  const SLACK = 8; // px within which it is a tap
  let [from, isScrubbing] = [0, false];
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    drawing.setPointerCapture(event.pointerId);
    [from, isScrubbing] = [event.clientX, !isStuck()];
    if (isScrubbing) lead(event);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (!drawing.hasPointerCapture(event.pointerId)) return;
    isScrubbing ||= Math.abs(event.clientX - from) > SLACK;
    if (isScrubbing) lead(event);
  });
  drawing.addEventListener("click", (event) => isScrubbing || lead(event));
  drawing.addEventListener("lostpointercapture", () => {
    if (isLive()) chart.settle();
    if (!isStuck()) emit("pointed", null);
  });

  const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity };
  drawing.addEventListener("keydown", (event) => {
    if (!steps[event.key] || !isPlain(event)) return;
    event.preventDefault();
    go(current + steps[event.key]);
    if (isLive()) chart.settle();
  });
  drawing.addEventListener("blur", () => isStuck() || emit("pointed", null));

  for (const { node } of columns) {
    node.removeAttribute("href"); // the slider leads there now
    node.removeAttribute("tabindex");
  }
  drawing.removeAttribute("aria-hidden");
  for (const [attribute, value] of Object.entries({ role: "slider", tabindex: 0, "aria-label": messages.skyline, "aria-valuemin": 1, "aria-valuemax": columns.length })) {
    drawing.setAttribute(attribute, value);
  }
  name(0);

  let frame = 0;
  const refollow = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  };
  addEventListener("scroll", refollow, { passive: true });
  addEventListener("resize", refollow);
  on("matched", refollow);
  follow();
}
