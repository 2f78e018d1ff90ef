// Lays out the events in view: the most important of each track have labels in rows, the others stand in columns of
// squares by period. The rules are those of timeline/layout. Nothing here draws.

const SPACE = 10; // px between neighbours in a row
const [CELL, ABOVE] = [7, 4]; // px of a square with its gap; px above the highest column
const [MOST_ROWS, MOST_COLUMNS, FEW] = [12, 1000, 300];
const ROOMY = 60; // events in view among which labels may become titles
const RADII = [[4.5, 6.5], [3.75, 5.5], [3, 4.5], [4, 5.75]]; // of disc, ring, dot, square; of main events
const WEIGHT = [1, 2, 3, 0]; // decisions change most, then meetings, calls, statements

const HOUR_MS = 36e5;
const DAY_MS = 24 * HOUR_MS;
const PERIODS = [
  { length: HOUR_MS },
  { length: 6 * HOUR_MS },
  { length: DAY_MS },
  { length: 7 * DAY_MS },
  ...[1, 3].map((months) => ({ months, length: 30 * DAY_MS * months })),
  ...[1, 10, 100, 1000].map((years) => ({ years, length: 365 * DAY_MS * years })),
];
const yearAt = (year, month = 0) => new Date(0).setUTCFullYear(year, month, 1);

// The first and the last instant of the period that holds an instant (ms).
const periodAt = (ms, { months, years, length }) => {
  const day = new Date(ms);
  const year = day.getUTCFullYear();
  if (months) {
    const month = Math.floor(day.getUTCMonth() / months) * months;
    return [yearAt(year, month), yearAt(year, month + months)];
  }
  if (years) {
    const first = year > 0 ? Math.max(1, Math.floor(year / years) * years) : 1 + Math.floor((year - 1) / years) * years;
    return [yearAt(first), yearAt(year > 0 ? (Math.floor(year / years) + 1) * years : Math.min(1, first + years))];
  }
  const from = length === 7 * DAY_MS ? 4 * DAY_MS : 0; // a Monday
  const first = from + Math.floor((ms - from) / length) * length;
  return [first, first + length];
};

// How much of `room` each gets: what it needs or else an equal share of what the others leave.
const shared = (needs, room) => {
  const found = [...needs];
  let left = room;
  const ascending = needs.map((_, n) => n).sort((one, other) => needs[one] - needs[other]);
  ascending.forEach((at, n) => {
    found[at] = Math.min(needs[at], left / (needs.length - n));
    left -= found[at];
  });
  return found;
};

const isKey = (look) => (look & 4) > 0;
const isBar = (look) => (look & 48) > 0;
const radius = (look) => RADII[look & 3][+isKey(look)];
const gapOf = (look) => radius(look) / 0.8 + 1 + (isKey(look) ? 0.254 * 15 : 0.278 * 13);

// The events by importance: main events, then those with most independent sources, then by kind.
const ranked = ({ looks, sources }) => {
  const weight = (n) => -1e6 * isKey(looks[n]) - 4 * sources[n] + WEIGHT[looks[n] & 3];
  const weights = Float64Array.from(looks, (_, n) => weight(n));
  return Uint32Array.from(looks, (_, n) => n).sort((one, other) => weights[one] - weights[other] || one - other);
};

// Events in rows, each with its side of the mark: 1 after it, -1 before it, 0 along a bar. Those without room are left out.
const inRows = (list, limit, { events, x, width, margin }) => {
  const rows = [];
  const isFree = (row, left, right) => row.every(([start, end]) => end + SPACE <= left || right + SPACE <= start);
  const placed = [];
  for (const n of list) {
    const look = events.looks[n];
    const [start, end, size, gap, reach] = [x(events.start[n]), x(events.end[n]), radius(look), gapOf(look), events.widths[n]];
    const along = Math.max(0, start);
    const options = [[1, end + gap], [-1, start - gap - reach], ...(isBar(look) ? [[0, along + gap]] : [])]
      .filter(([side, left]) => left >= -margin && left + reach <= width + margin && (side || start < width))
      .map(([side, left]) => [side, Math.min(start - size, left), Math.max(end + size, left + reach)]);
    let found = null;
    for (const [side, left, right] of options) {
      const row = rows.findIndex((each) => isFree(each, left, right));
      if (row < 0) continue;
      found = { n, row, side, left, right };
      break;
    }
    if (!found && options.length && rows.length < limit) {
      const [side, left, right] = options[0];
      found = { n, row: rows.push([]) - 1, side, left, right };
    }
    if (!found) continue;
    rows[found.row].push([found.left, found.right]);
    placed.push(found);
  }
  return { placed, rows: rows.length };
};

// Labels become titles where nothing of their row is in the way, those of main events first.
const withTitles = (placed, { events, width, margin }) => {
  for (const each of [...placed].sort((one, other) => isKey(events.looks[other.n]) - isKey(events.looks[one.n]))) {
    const more = events.titles[each.n] - events.widths[each.n];
    if (more <= SPACE || !each.side) continue;
    const [left, right] = each.side > 0 ? [each.left, each.right + more] : [each.left - more, each.right];
    const isFree = (other) => other === each || other.row !== each.row || other.right + SPACE <= left || right + SPACE <= other.left;
    if (left >= -margin && right <= width + margin && placed.every(isFree)) Object.assign(each, { left, right, isTitle: true });
  }
};

// The columns of a lane: how many events are in each period, and which is the first.
const inColumns = (list, period, { events, from, to }) => {
  const found = new Map();
  for (const n of list) {
    const middle = (events.start[n] + (events.looks[n] & 32 ? events.end[n] : events.start[n])) / 2;
    const [first, last] = periodAt(Math.min(to, Math.max(from, middle)), period);
    const column = found.get(first) ?? found.set(first, { first, last, members: 0, faded: 0, event: n }).get(first);
    column.members += 1;
    if (events.looks[n] & 32 && (events.start[n] < first || events.end[n] > last)) column.faded += 1;
  }
  return [...found.values()].sort((one, other) => one.first - other.first);
};
const squaresOf = ({ members, faded }, perSquare) => [Math.ceil((members - faded) / perSquare), Math.ceil(faded / perSquare)];

// The lanes for the part of the time `from` to `to` (ms) in a plot of that width (px), which its texts may leave by
// `margin`; `room` is the height for all lanes, of which `around` is no rows in each. `matches` says which events
// there are, `first` which one must have a label, `opened` which lane may be as high as it needs.
const pack = ({ events, ranks, from, to, width, margin, room, row, around, lanes, matches, first = -1, opened = -1, hasHours = false }) => {
  const x = (ms) => ((ms - from) / (to - from)) * width;
  const scope = { events, x, width, margin, from, to };
  const seen = new Uint8Array(events.looks.length);
  const counts = Array(lanes).fill(0);
  for (let n = 0; n < seen.length; n += 1) {
    if (events.start[n] > to || events.end[n] < from || !matches(n)) continue;
    seen[n] = 1;
    counts[events.lanes[n]] += 1;
  }
  const total = counts.reduce((sum, each) => sum + each, 0);
  const most = shared(counts, total <= FEW ? 120 : 40).map((each) => Math.floor(each));
  if (opened >= 0) most[opened] = FEW;
  const important = Array.from(counts, () => []);
  if (first >= 0 && seen[first]) important[events.lanes[first]].push(first);
  for (const n of ranks) {
    const lane = events.lanes[n];
    if (seen[n] && n !== first && important[lane].length < Math.max(1, most[lane])) important[lane].push(n);
  }
  const high = Math.max(1, Math.min(3, Math.floor((room / lanes - around) / CELL)), Math.min(12, Math.floor(((room / lanes - around) * 0.4) / CELL)));
  const columns = (rest) => (rest ? high * CELL : 0);
  const heightOf = (rows, rest) => Math.max(row, rows * row + (rows && rest ? ABOVE : 0) + columns(rest)) + around;
  let contents = important.map((list, lane) => inRows(list, lane === opened ? 60 : MOST_ROWS, scope));
  const needs = contents.map((content, lane) => heightOf(content.rows, counts[lane] - content.placed.length));
  const rooms = shared(needs.map((need, lane) => (lane === opened ? 0 : need)), room);
  contents = contents.map((content, lane) => {
    if (lane === opened || needs[lane] <= rooms[lane]) return content;
    return inRows(important[lane], Math.max(0, Math.floor((rooms[lane] - around - high * CELL - ABOVE) / row)), scope);
  });
  if (total <= ROOMY) for (const { placed } of contents) withTitles(placed, scope);
  const rest = Array.from(counts, () => []);
  for (const { placed } of contents) for (const { n } of placed) seen[n] = 2;
  for (let n = 0; n < seen.length; n += 1) if (seen[n] === 1) rest[events.lanes[n]].push(n);
  const fitting = Math.min(width / CELL, MOST_COLUMNS / lanes);
  const period = PERIODS.slice(hasHours ? 0 : 2).find(({ length }) => (to - from) / length <= fitting) ?? PERIODS.at(-1);
  const found = rest.map((list) => inColumns(list, period, scope));
  let perSquare = Math.max(1, Math.ceil(Math.max(...found.flat().map(({ members }) => members), 0) / high));
  while (found.flat().some((column) => squaresOf(column, perSquare).reduce((one, other) => one + other) > high)) perSquare += 1;
  return {
    period,
    perSquare,
    lanes: contents.map(({ placed, rows }, lane) => {
      const squares = found[lane].map((column) => squaresOf(column, perSquare));
      const highest = Math.max(0, ...squares.map(([full, faded]) => full + faded)) * CELL;
      return {
        placed,
        height: Math.max(row, rows * row + (rows && highest ? ABOVE : 0) + highest) + around,
        columns: found[lane].map((column, n) => ({ ...column, full: squares[n][0] * CELL, top: (squares[n][0] + squares[n][1]) * CELL })),
      };
    }),
  };
};
