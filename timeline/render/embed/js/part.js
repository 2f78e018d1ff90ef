// The part of the events that the address asks for, as in ?track=Europe&main=1: the rest is taken out of the page, and the
// skyline and the chart are laid out anew. `timeline.model.subset` does the same for a build.
"use strict";

{
  const { zero, length, tracks, people, kinds, texts } = DATA;
  order.forEach((id, n) => {
    const [begin, duration, from, to, kind, who, changed] = DATA.events[n];
    Object.assign(records.get(id), { changed, begin, end: begin + duration, from, to, kind: kinds[kind] ?? "", people: who.map((number) => people[number]) });
  });

  // A day, month or year in minutes: its beginning, or the beginning of what follows it.
  const minuteOf = (text, isEnd) => {
    const [found, year, month, day] = /^(-?\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?$/.exec(text) ?? [];
    if (!found) return NaN;
    const months = (month ?? (isEnd ? 12 : 1)) - (isEnd && !day ? 0 : 1);
    return (new Date(0).setUTCFullYear(year, months, +(day ?? 1) + (isEnd && day ? 1 : 0)) - zero) / 6e4;
  };
  const dayAt = (minute) => new Date(zero + minute * 6e4).toISOString().slice(0, -14);
  const isDate = (value) => !Number.isNaN(minuteOf(value));
  const isIn = (names) => (value) => names.some((name) => plain(name) === plain(value));
  const all = [...records.values()];
  const span = [`${dayAt(Math.min(...all.map(({ begin }) => begin)))} – ${dayAt(Math.max(...all.map(({ end }) => end)))}`];

  const days = all.flatMap(({ changed }) => changed ?? []).sort(); // on which events were added or last changed

  // Of each condition: the values there are, which of them can be asked for, and whether an event meets it.
  const CONDITIONS = {
    track: [tracks, isIn(tracks), ({ lane }, value) => isIn([tracks[lane]])(value)],
    person: [people, isIn(people), (event, value) => isIn(event.people)(value)],
    kind: [kinds, isIn(kinds), ({ kind }, value) => isIn([kind])(value)],
    main: [[1], (value) => value === "1", ({ isKey }) => isKey],
    from: [span, isDate, ({ begin, end }, value) => begin >= minuteOf(value) || end > minuteOf(value)],
    to: [span, isDate, ({ begin }, value) => begin < minuteOf(value, true)],
    since: [days.length ? [`${days[0]} – ${days.at(-1)}`] : ["–"], isDate, ({ changed }, value) => changed >= value],
    last: [[`1 – ${order.length}`], (value) => /^[1-9]\d*$/.test(value), () => true],
  };
  const address = new URLSearchParams(location.search);
  const asked = Object.keys(CONDITIONS).filter((name) => address.has(name));
  const faults = asked.flatMap((name) => {
    const [values, isKnown] = CONDITIONS[name];
    const wrong = address.getAll(name).filter((value) => !isKnown(value));
    return wrong.map((value) => texts.unknown.replace("{asked}", () => `${name}=${value}`).replace("{values}", () => values.join(", ")));
  });
  const meets = (id) => asked.every((name) => address.getAll(name).some((value) => CONDITIONS[name][2](records.get(id), value)));
  const kept = faults.length ? [] : order.filter(meets).slice(-Math.max(...address.getAll("last"), 0));
  if (!kept.length && !faults.length) faults.push(texts.none);
  if (faults.length) {
    const said = Object.assign(document.createElement("p"), { className: "unknown", role: "alert", textContent: faults.join(" ") });
    Object.assign(said.style, { padding: ".25rem .5rem", background: "var(--band)", fontSize: ".875rem" });
    document.querySelector("header").after(said);
  }

  if (kept.length && kept.length < order.length) {
    for (const id of order.filter((each) => !kept.includes(each))) {
      linkOf(id)?.remove();
      articles.get(id).parentElement.remove();
      articles.delete(id);
    }
    order.splice(0, order.length, ...kept);
    matching = new Set(order);
    document.querySelector("footer .counts").remove(); // they are those of all events
    const lanes = new Set(order.map((id) => records.get(id).lane));
    document.querySelectorAll(".lanes b").forEach((name, lane) => (name.hidden = lanes.size < 2 || !lanes.has(lane)));
    layOut();
  }

  function layOut() {
    const shares = order.flatMap((id) => [records.get(id).from, records.get(id).to]);
    const [least, most] = [Math.min(...shares), Math.max(...shares)];
    const margin = Math.max(720 / length, (most - least) * 0.02);
    axis = [least - margin, most + margin];

    // Round dates of the part, at most that many.
    const [DAY, MONTH] = [864e5, 2629746e3]; // ms
    ticksOf = (limit) => {
      const all = forward > 0 ? axis : axis.map((share) => 1 - share).reverse();
      const [first, last] = all.map((share) => zero + share * length * 6e4);
      const at = (ms, fields) => {
        const share = (ms - zero) / 6e4 / length;
        const text = new Intl.DateTimeFormat(`${root.lang === "en" ? "en-001" : root.lang}-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...fields }).format(ms);
        return [forward > 0 ? share : 1 - share, `\u2068${text}\u2069`]; // isolated from the direction of the drawing
      };
      const days = [1, 2, 7, 14].find((step) => (last - first) / DAY / step <= limit);
      const found = [];
      if (days) {
        const step = days * DAY;
        const monday = days > 2 ? 4 * DAY : 0; // the first Monday after the epoch
        for (let ms = Math.ceil((first - monday) / step) * step + monday; ms <= last; ms += step) found.push(ms);
        return found.map((ms, n) => at(ms, { day: "numeric", month: "short", ...(n ? {} : { year: "numeric" }) }));
      }
      const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000].find((step) => (last - first) / MONTH / step <= limit) ?? 24000;
      let n = Math.floor((new Date(first).getUTCFullYear() * 12) / months) * months;
      for (let ms = first; ms <= last; n += months) {
        ms = new Date(0).setUTCFullYear(0, n, 1);
        if (ms >= first && ms <= last) found.push(ms);
      }
      return found.map((ms) => at(ms, months < 12 ? { month: "short", year: "numeric" } : { year: "numeric" }));
    };
    if (box) layOutChart();
  }

  function layOutChart() {
    chart.isPart = true; // Plotly's figure is that of all events
    document.querySelector(".edges")?.remove();
    const stage = document.querySelector(".stage");
    const drawing = box.querySelector(".drawing");
    const SVG = "http://www.w3.org/2000/svg";
    const draw = (tag, attributes, ...children) => {
      const made = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      made.append(...children);
      return made;
    };

    const [ROW, HEAD, SIDE] = [24, 22, 16]; // px: of a row, of the dates, beside the plot
    const [GAP, RADIUS] = [12, 8]; // px from the middle of a mark to its label and to its rim
    const canvas = document.createElement("canvas").getContext("2d");
    const [USUAL, KEY] = ['Arial, Helvetica, "Liberation Sans", sans-serif', 'Georgia, Gelasio, "Times New Roman", serif'];
    box.style.setProperty("--labels", USUAL); // those that are measured here: a font of the house may arrive later
    box.style.setProperty("--key-labels", KEY);
    const widthOf = (text, isKey) => {
      canvas.font = isKey ? `bold 15px ${KEY}` : `13px ${USUAL}`;
      return canvas.measureText(text).width;
    };

    // Packs the labels of a track into rows: after the mark if they fit into the plot, else before it.
    const packed = (ids, plot) => {
      const rows = [];
      return ids.map((id) => {
        const { from, to, isKey } = records.get(id);
        const [left, right] = [from, to].map(shareOf);
        const label = linkOf(id).ariaLabel;
        const reach = GAP + widthOf(label, isKey);
        const sides = [forward, -forward].map((side) => [side, left * plot - (side > 0 ? RADIUS : reach), right * plot + (side > 0 ? reach : RADIUS)]);
        const [side, start, stop] = sides.find(([, start, stop]) => start >= -SIDE && stop <= plot + SIDE) ?? sides[0];
        let row = rows.findIndex((taken) => taken.every(([one, other]) => stop < one - 6 || start > other + 6));
        if (row < 0) row = rows.push([]) - 1;
        rows[row].push([start, stop]);
        return { id, row, side, label, left, right };
      });
    };
    const laidOut = (width) => {
      let top = HEAD;
      const lanes = [...new Set(order.map((id) => records.get(id).lane))].sort((one, other) => one - other);
      const placed = lanes.map((lane) => {
        const marks = packed(order.filter((id) => records.get(id).lane === lane), width - 2 * SIDE);
        const start = top;
        top += 28 + ROW * (1 + Math.max(...marks.map(({ row }) => row)));
        return { lane, marks, top: start, bottom: top };
      });
      return { placed, height: top };
    };

    const markOf = ({ id, side, label, left, right }) => {
      const shape = linkOf(id).querySelector(".dot, .soft").cloneNode(true);
      const isBand = shape.matches("rect");
      if (isBand) for (const [name, value] of [["x", left], ["width", right - left]]) shape.setAttribute(name, percent(value));
      const bar = right > left && !isBand ? [draw("line", { class: `bar${shape.matches(".hollow") ? " hollow" : ""}`, x1: percent(left), x2: percent(right) })] : [];
      const text = draw("text", { class: `label${records.get(id).isKey ? " key" : ""}`, x: side * GAP, y: 4.5, "text-anchor": side > 0 ? "start" : "end" }, label);
      const mark = isBand ? shape : draw("svg", { x: percent(forward > 0 ? left : right) }, shape);
      return [...bar, mark, draw("svg", { x: percent(side > 0 ? right : left) }, text)];
    };
    const paint = ({ placed, height }) => {
      const [ground, ...others] = drawing.querySelectorAll(":scope > .on");
      for (const other of others) other.remove();
      ground.style.display = "inline";
      ground.replaceChildren();
      placed.forEach(({ lane, top, bottom }, n) => {
        if (n % 2 === 0) ground.append(draw("rect", { class: "band", x: -SIDE, width: "200%", y: top, height: bottom - top }));
      });
      for (const [share, text] of ticksOf(Math.max(3, Math.floor(box.clientWidth / 140)))) {
        const [x, isLate] = [percent(shareOf(share)), shareOf(share) > 0.9];
        ground.append(draw("line", { class: "grid", x1: x, x2: x, y1: 2, y2: height }));
        ground.append(draw("svg", { x }, draw("text", { class: "tick", x: isLate ? -4 : 4, y: 13, "text-anchor": isLate ? "end" : "start" }, text)));
      }
      for (const { lane, marks, top } of placed) {
        const name = draw("text", { class: `name track${lane}`, y: top + 17, "text-anchor": forward > 0 ? "start" : "end" }, tracks[lane]);
        ground.append(draw("svg", { x: forward > 0 ? 0 : "100%" }, name));
        for (const mark of marks) {
          const node = linkOf(mark.id);
          node.replaceChildren(...markOf(mark));
          node.classList.remove("outside");
          node.style.transform = `translateY(${top + 24 + ROW * (mark.row + 0.5)}px)`;
        }
      }
      box.style.display = "block";
      Object.assign(drawing.style, { height: `${height}px`, marginLeft: `${SIDE}px`, width: `calc(100% - ${2 * SIDE}px)` });
    };

    fitChart = () => {
      const [width, room] = [main.clientWidth - 4, stage.clientHeight];
      const fits = (px) => px >= 500 && laidOut(px).height <= room;
      const low = laidOut(width).height + DATA.cards <= room;
      const mode = width < 596 || !fits(width) ? "sky" : fits(width - CARD_BESIDE) ? "beside" : low ? "below" : "over";
      root.dataset.mode = mode;
      if (mode !== "sky") paint(laidOut(mode === "beside" ? width - CARD_BESIDE : width));
    };
  }
}
