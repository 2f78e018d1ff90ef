// The skyline, as beside a short list: on a phone it shows where the list is and leads there; beside the chart it shows
// the part in view and moves it. Its columns know the numbers of their events.

const sky = document.querySelector(".sky");
if (sky) {
  const drawing = sky.querySelector(".skyline");
  const [pane, now] = [drawing.querySelector(".window"), drawing.querySelector(".now")];
  const [place, where] = sky.querySelectorAll(".here :is(b, span)");
  const atRest = [place.textContent, where.textContent];
  const columns = [...drawing.querySelectorAll("a")].map((node) => {
    const runs = node.dataset.runs.split(" ").map((run) => run.split("-").map(Number));
    return { node, runs: runs.map(([from, to = from]) => [from, to]), period: node.dataset.period, brief: node.dataset.brief ?? node.dataset.period };
  });
  const isStuck = () => getComputedStyle(sky).position === "sticky"; // on a phone
  let current = 0;

  const hitOf = ({ node }) => node.querySelector(".hit").getBoundingClientRect();
  const middle = (column) => hitOf(column).x + hitOf(column).width / 2;
  // How many events match before each one, by number; null if all do.
  let before = null;
  on("matched", (ids) => {
    if (!isIndexed || ids.size === total) return (before = null);
    before = new Uint32Array(total + 1);
    order.forEach((id, number) => (before[number + 1] = before[number] + ids.has(id)));
  });
  const rank = (number) => (before ? before[number] : number);
  // The matching events of a column, by their places among those that match.
  const within = ({ runs }) => runs.map(([from, to]) => [rank(from) + 1, rank(to + 1)]).filter(([from, to]) => from <= to);
  const numbers = (column) => {
    const found = within(column).flat();
    const [first, last] = [Math.min(...found), Math.max(...found)];
    return found.length ? filled(messages.place, { n: first === last ? first : `${first}–${last}`, all: rank(total) }) : "";
  };
  const name = (number) => {
    current = number;
    drawing.setAttribute("aria-valuenow", number + 1);
    drawing.setAttribute("aria-valuetext", [columns[number].period, numbers(columns[number])].filter(Boolean).join(", "));
  };
  const show = (number) => {
    const column = columns[number];
    drawing.querySelector(".now-here")?.classList.remove("now-here");
    column.node.classList.add("now-here");
    now.setAttribute("transform", `translate(${middle(column) - drawing.getBoundingClientRect().x} 0)`);
    [place.textContent, where.textContent] = [column.brief, numbers(column) && `· ${numbers(column)}`];
    name(number);
  };

  // What is in view on a phone: the column of the first event below the skyline.
  const follow = () => {
    if (chart.isBehind?.() || !isStuck()) return;
    const { bottom } = sky.getBoundingClientRect();
    const shown = [...document.querySelectorAll(".part:not([hidden], .span:not([open]) *) > .days:not([hidden]) > .group:not([hidden])")];
    const isMoving = shown[0]?.getBoundingClientRect().top < bottom;
    sky.classList.toggle("moving", isMoving);
    [place.textContent, where.textContent] = before ? [filled(messages.place, { n: rank(total), all: total }), ""] : atRest;
    if (!isMoving) return;
    const isAbove = (part) => part.getBoundingClientRect().top <= bottom + 24;
    const items = [...shown.findLast(isAbove).querySelectorAll("li:not([hidden]) > article")];
    const number = numberOf.get((items.findLast(isAbove) ?? items[0]).id);
    const at = columns.findIndex(({ runs }) => runs.some(([from, to]) => from <= number && number <= to));
    if (at >= 0) show(at);
  };

  // The first event of a column that matches, brought into the list: the last one asked for, while others are on their way.
  let wanted = null;
  const lead = async (column) => {
    wanted = column;
    try {
      await indexed();
      const id = column.runs.flatMap(([from, to]) => order.slice(from, to + 1)).find((each) => matching.has(each));
      if (wanted !== column || !id) return;
      const article = await bringIn(id);
      if (wanted === column && article) bring(article.closest(".group"));
    } catch {
      tellFailure();
    }
  };
  const go = (number, isLed = true) => {
    const at = Math.max(0, Math.min(columns.length - 1, number));
    if (isStuck()) {
      show(at);
      if (isLed) lead(columns[at]);
    } else {
      name(at);
      if (isLive()) chart.aim(chart.aroundPart(part(middle(columns[at]))));
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
    const distances = columns.map((column) => Math.abs(middle(column) - x));
    return distances.indexOf(Math.min(...distances));
  };
  // While a finger moves along it, a phone shows the date alone; the list follows in the end.
  const point = ({ clientX }, isLed) => {
    if (isStuck() || !drawing.hasAttribute("data-part")) go(nearest(clientX), isLed);
    else chart.aim(chart.aroundPart(part(clientX)));
  };
  drawing.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    drawing.setPointerCapture(event.pointerId);
    if (!isStuck()) point(event);
  });
  drawing.addEventListener("pointermove", (event) => drawing.hasPointerCapture(event.pointerId) && point(event, false));
  drawing.addEventListener("click", (event) => isStuck() && point(event, true));
  drawing.addEventListener("lostpointercapture", () => isLive() && chart.settle());

  const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -Infinity, End: Infinity };
  drawing.addEventListener("keydown", (event) => {
    if (!steps[event.key] || !isPlain(event)) return;
    event.preventDefault();
    go(current + steps[event.key]);
    if (isLive()) chart.settle();
  });

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
  for (const what of ["matched", "listed"]) on(what, refollow);
  follow();
}
