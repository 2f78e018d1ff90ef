// The part of the events that the address asks for, as in ?track=Europe&main=1: only these are shown and counted.
// `timeline.model.subset` does the same for a build.

// A day, month or year as a number of days since the first of all: its beginning, or its end.
const dayOf = ({ zero }, text, isEnd) => {
  const [found, year, month, day] = /^(-?\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?$/.exec(text) ?? [];
  if (!found) return NaN;
  const months = (month ?? (isEnd ? 12 : 1)) - (isEnd && !day ? 0 : 1);
  return (new Date(0).setUTCFullYear(year, months, +(day ?? 1) + (isEnd && day ? 1 : 0)) - zero) / 864e5;
};
// Of each condition: the values there are, which of them can be asked for, and whether an event meets it.
const conditions = (times) => {
  const isIn = (names) => (value) => names.some((name) => plain(name) === plain(value));
  const isDate = (value) => !Number.isNaN(dayOf(times, value));
  const iso = (day) => new Date(times.zero + day * 864e5).toISOString().slice(0, -14);
  const span = [`${iso(0)} – ${iso(times.last.reduce((one, other) => Math.max(one, other)))}`];
  return {
    track: [index.tracks, isIn(index.tracks), (number, value) => isIn([index.tracks[index.track[number]]])(value)],
    person: [index.people, isIn(index.people), (number, value) => isIn(index.who[number].map((each) => index.people[each]))(value)],
    kind: [index.kinds.filter(Boolean), isIn(index.kinds), (number, value) => isIn([index.kinds[index.kind[number]]])(value)],
    main: [[1], (value) => value === "1", (number) => index.main.has(number)],
    from: [span, isDate, (number, value) => times.last[number] >= dayOf(times, value)],
    to: [span, isDate, (number, value) => times.first[number] < dayOf(times, value, true)],
    last: [[`1 – ${total}`], (value) => /^[1-9]\d*$/.test(value), () => true],
  };
};

const MOST_VALUES = 20; // of those there are, in a message
const tell = (text) => document.querySelector("header").after(Object.assign(document.createElement("p"), { className: "unknown", role: "alert", textContent: text }));
const take = async () => {
  const [times] = await Promise.all([loaded("times"), indexed()]);
  const known = conditions(times);
  const address = new URLSearchParams(location.search);
  const named = Object.keys(known).filter((name) => address.has(name));
  const faults = named.flatMap((name) => {
    const [values, isKnown] = known[name];
    const listed = values.slice(0, MOST_VALUES).join(", ") + (values.length > MOST_VALUES ? ", …" : "");
    return address.getAll(name).filter((value) => !isKnown(value)).map((value) => pageData.texts.unknown.replace("{asked}", () => `${name}=${value}`).replace("{values}", () => listed));
  });
  const meets = (number) => named.every((name) => address.getAll(name).some((value) => known[name][2](number, value)));
  const kept = faults.length ? [] : [...Array(total).keys()].filter(meets).slice(-Math.max(...address.getAll("last"), 0));
  if (!kept.length && !faults.length) faults.push(pageData.texts.none);
  if (faults.length) tell(faults.join(" "));
  if (!kept.length || kept.length === total) return;
  subset = kept;
  document.querySelector("footer .counts")?.remove(); // they are those of all events
  const lanes = new Set(kept.map((number) => index.track[number]));
  document.querySelectorAll(".lanes b").forEach((name) => (name.hidden = lanes.size < 2 || ![...lanes].some((lane) => index.tracks[lane] === name.textContent)));
  const most = kept.filter((number) => index.main.has(number)).length;
  ranks.forEach((button, n) => (button.lastElementChild.textContent = [most, kept.length][n]));
  if (!most || most === kept.length) ranks[0].parentElement.remove();
  await match();
};
if (/[?&](track|person|kind|main|last|from|to)=/.test(location.search)) {
  root.classList.add("waiting");
  on("ready", () =>
    take()
      .catch(fail) // all events are shown
      .then(() => root.classList.remove("waiting")),
  );
}
