// The skyline: a square for each event, over the time at which it began. Tap it, drag along it, or use the arrow keys.

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
    const [left, right] = [from, to].map((share) => Math.max(0, Math.min(1, shareOf(share))));
    if (right > left) put("while", left, name, { width: percent(right - left) }, left > 0.5);
  }
  for (const [share, text] of ticksOf(main.clientWidth < 560 ? 3 : 6)) put("date", shareOf(share), text);

  const columns = sky.columns.map((share) => ({ share: shareOf(share), ids: [], high: 0, last: {} }));
  const squareOf = new Map();
  const rank = (id) => records.get(id).lane + (records.get(id).isFaded ? 1e3 : 0); // faded ones on top
  for (const id of [...order].sort((one, other) => rank(one) - rank(other))) {
    const column = columns[records.get(id).column];
    if (column.last.rank !== rank(id) || column.last.free < 1) {
      const name = `track${records.get(id).lane}${records.get(id).isFaded ? " faded" : ""} square`;
      column.last = { rank: rank(id), free: sky.per, node: put(name, column.share, "", { bottom: `calc(20px + ${column.high++} * var(--pitch))` }) };
    }
    column.last.free--;
    column.ids.push(id);
    squareOf.set(id, column.last.node);
  }
  // The highest column says how many events of which day it holds: beside it or, where others are as high, above it.
  const [peak, next] = [...columns].sort((one, other) => other.ids.length - one.ids.length);
  const [day, ...days] = new Set(peak.ids.map((id) => textOf(id, "time")));
  const side = peak.share > 0.6 ? -1 : 1;
  const isBeside = ({ share }) => Math.abs((share - peak.share) * side * bar.clientWidth - 70) < 65; // px
  const above = columns.some((column) => column.high > peak.high - 2 && isBeside(column)) ? 2 : 0; // rows
  if (peak.ids.length > (next?.ids.length ?? 0) && !days.length) put("peak", peak.share, `${peak.ids.length} · ${day}`, { bottom: `calc(9px + ${peak.high + above} * var(--pitch))` }, side < 0);
  bar.style.setProperty("--rows", Math.max(peak.high + above, ...columns.map(({ high }) => high))); // fewer where a part is shown
  const pin = put("pin", 0);

  // The chosen event's square is ringed, and its column stands out.
  const mark = () => {
    const id = highlighted();
    for (const node of bar.querySelectorAll(".lit")) node.classList.remove("lit", "now");
    pin.hidden = !id;
    if (!id) return;
    const column = columns[records.get(id).column];
    for (const each of column.ids) squareOf.get(each).classList.add("lit");
    squareOf.get(id).classList.add("now");
    pin.style.left = percent(column.share);
    const ids = found();
    Object.assign(bar, { ariaValueMin: 1, ariaValueMax: ids.length, ariaValueNow: ids.indexOf(id) + 1, ariaValueText: `${textOf(id, "time")}, ${textOf(id, "h2")}` });
  };
  on("shown", mark);
  on("matched", () => {
    const bright = new Set([...matching].map((id) => squareOf.get(id)));
    for (const node of squareOf.values()) node.classList.toggle("pale", !bright.has(node));
    bar.classList.toggle("sifted", matching.size < order.length);
  });

  const travel = ({ clientX, target }) => {
    const { left, width } = bar.getBoundingClientRect();
    const away = (id) => Math.abs(left + columns[records.get(id).column].share * width - clientX);
    const ids = found();
    const own = ids.filter((id) => squareOf.get(id) === target);
    const [nearest] = own.length ? own : ids.sort((one, other) => away(one) - away(other));
    if (nearest && (own.length || away(nearest) !== away(highlighted()))) go(nearest, "auto");
  };
  bar.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    travel(event);
    bar.setPointerCapture(event.pointerId);
  });
  bar.addEventListener("pointermove", (event) => bar.hasPointerCapture(event.pointerId) && travel(event));
  const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: 1, ArrowDown: -1, PageUp: 5, PageDown: -5, Home: -1e9, End: 1e9 };
  bar.addEventListener("keydown", (event) => {
    const ids = found();
    if (!steps[event.key] || !isPlain(event) || !ids.length) return;
    event.preventDefault();
    go(ids[Math.max(0, Math.min(ids.length - 1, ids.indexOf(highlighted()) + steps[event.key]))], "auto");
  });
}
