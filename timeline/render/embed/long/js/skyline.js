// The skyline: squares for all events, over the time at which they began. Tap it, drag along it, or use the arrow keys.

const bar = document.querySelector(".sky");
if (bar) {
  const put = (name, share, text = "", style = {}, isLate = share > 0.86) => {
    const [node, span] = ["i", "span"].map((tag) => document.createElement(tag));
    node.className = isLate ? `${name} late` : name;
    span.textContent = text;
    if (text) node.append(span);
    Object.assign(node.style, { left: percent(share), ...style });
    bar.append(node);
    return node;
  };
  for (const [from, to, name] of sky.eras) {
    const [left, right] = [from, to].map((share) => Math.max(0, Math.min(1, share)));
    if (right > left) put("while", left, name, { width: percent(right - left) }, left > 0.5);
  }
  for (const [share, text] of sky.ticks) put("date", share, text);
  const columns = sky.columns.map(([share, text, squares]) => {
    const runs = text.split(" ").map((run) => run.split("-").map(Number)).map(([from, to = from]) => [from, to]);
    const column = { share, runs, squares: [] };
    for (const [lane, isFaded, number] of squares) {
      for (let n = 0; n < number; n++) column.squares.push(put(`track${lane}${isFaded ? " faded" : ""} square`, share, "", { bottom: `calc(20px + ${column.squares.length} * var(--pitch))` }));
    }
    return column;
  });
  const pin = put("pin", 0);
  const columnOf = (number) => columns.find(({ runs }) => runs.some(([from, to]) => from <= number && number <= to));
  // The first event of a column that is shown.
  const firstOf = ({ runs }) => runs.map(([from, to]) => [nth(placeOf(from)), to]).find(([number, to]) => number <= to)?.[0];

  // The column of the current event stands out, and in it a square of its track is ringed.
  on("shown", (number) => {
    for (const node of bar.querySelectorAll(".lit")) node.classList.remove("lit", "now");
    pin.hidden = number === null;
    if (number === null) return;
    const column = columnOf(number);
    const article = articleOf(number);
    for (const node of column.squares) node.classList.add("lit");
    const lane = /track\d+/.exec(article?.className)?.[0];
    column.squares.find((node) => node.classList.contains(lane))?.classList.add("now");
    pin.style.left = percent(column.share);
    const [time, title] = ["time", "h2"].map((what) => article?.querySelector(what).textContent ?? "");
    Object.assign(bar, { ariaValueMin: 1, ariaValueMax: count(), ariaValueNow: placeOf(number) + 1, ariaValueText: `${time}, ${title}` });
  });
  // Pale are the squares of tracks without an event that is shown there.
  on("sifted", () => {
    for (const column of columns) {
      const isEmpty = firstOf(column) === undefined;
      const lanes = index && shown && !isEmpty ? new Set(column.runs.flatMap(([from, to]) => shown.slice(placeOf(from), placeOf(to + 1))).map((number) => index.tracks[index.track[number]])) : null;
      for (const node of column.squares) {
        const name = lanes && laneNames[/track(\d+)/.exec(node.className)[1]];
        node.classList.toggle("pale", isEmpty || Boolean(name && !lanes.has(name)));
      }
    }
    bar.classList.toggle("sifted", shown !== null);
  });
  const laneNames = pageData.lanes;

  const travel = ({ clientX }) => {
    const { left, width } = bar.getBoundingClientRect();
    const away = ({ share }) => Math.abs(left + share * width - clientX);
    const [nearest] = columns.filter((column) => firstOf(column) !== undefined).sort((one, other) => away(one) - away(other));
    if (nearest && nearest !== columnOf(current)) go(firstOf(nearest), "auto");
  };
  bar.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    travel(event);
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener("pointermove", (event) => bar.hasPointerCapture(event.pointerId) && travel(event));
  const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -1e9, End: 1e9 };
  bar.addEventListener("keydown", (event) => {
    if (!steps[event.key] || !isPlain(event) || !count()) return;
    event.preventDefault();
    go(nth(Math.max(0, Math.min(count() - 1, placeOf(current) + steps[event.key]))), "auto");
  });
}
