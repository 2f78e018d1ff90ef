// Lines for the part in view where those of the figure are too far apart: months, weeks, days, hours, minutes.

const [MINUTE, HOUR, DAY] = [6e4, 36e5, 864e5];
const MONDAY = 4 * DAY; // the first Monday after the epoch
const STEPS = [
  ...[6, 3, 1].map((months) => ({ months, length: 30 * DAY * months })),
  ...[7 * DAY, DAY, 12 * HOUR, 6 * HOUR, 3 * HOUR, HOUR, 30 * MINUTE, 10 * MINUTE, 5 * MINUTE, MINUTE].map((length) => ({ length })),
];
const [DATE_ROOM, CLOCK_ROOM] = [110, 64]; // px from one line to the next

const YEAR_ONE = new Date(0).setUTCFullYear(1, 0, 1);
const locale = root.lang === "en" ? "en-001" : root.lang; // English of no country writes "24 Feb", as everywhere else on the page
const written = (fields) => {
  const format = (more) => new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { timeZone: "UTC", ...fields, ...more });
  const [plain, before] = [format(), format(fields.year && { era: "short" })];
  return (ms) => (ms < YEAR_ONE ? before : plain).format(ms);
};
const dayText = written({ day: "numeric", month: "short" });
const fullText = written({ day: "numeric", month: "short", year: "numeric" });
const monthText = written({ month: "short", year: "numeric" });
const clockText = (ms) => new Date(ms).toISOString().slice(-13, -8);

const monthAt = (year, month) => new Date(0).setUTCFullYear(year, month, 1);
const lines = (start, end, { months, length }) => {
  const found = [];
  if (months) {
    const first = new Date(start);
    for (let n = Math.floor(first.getUTCMonth() / months) * months; ; n += months) {
      const line = monthAt(first.getUTCFullYear(), n);
      if (line > end) return found;
      found.push(line);
    }
  }
  const from = length === 7 * DAY ? MONDAY : 0;
  for (let line = from + Math.floor((start - from) / length) * length; line <= end; line += length) found.push(line);
  return found;
};

// The lines from `start` to `end` (ms) in a plot of that width (px), with their texts; none if no step fits.
chart.fineGrid = (start, end, width, least) => {
  const room = ({ length }) => (length < DAY / 2 ? CLOCK_ROOM : DATE_ROOM);
  const step = STEPS.findLast((step) => step.length >= least && (step.length / (end - start)) * width >= room(step));
  if (!step) return [];
  const text = (ms) => {
    if (step.months) return monthText(ms);
    return ms % DAY ? clockText(ms) : dayText(ms);
  };
  const alone = (ms) => {
    if (step.months) return monthText(ms);
    return step.length < DAY ? `${dayText(ms)} ${clockText(ms)}` : fullText(ms);
  };
  return lines(start, end, step).map((ms) => ({ ms, length: step.length, text: text(ms), alone: alone(ms) }));
};
