// Dates: while one types, what the program takes them for.

import { post } from "./api.js";
import { button, freshId, made } from "./made.js";

const PAUSE = 250;

const joined = (readings) => readings.map(({ words }) => words).join(" or ");

/** Shows under an input what its words mean; `asked` is what else is known. */
const readingsOf = (input, asked) => {
  const shown = made("div", { class: "readings", "aria-live": "polite" });
  let timer = 0;
  let asking = 0;
  const choose = ({ words, write }) =>
    button(words, () => {
      input.value = write;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.focus();
    });
  const show = ({ status, readings, reason, hint }, role) => {
    if (status === "exact") {
      const [{ words, exactness, why }] = readings;
      shown.replaceChildren(made("p", {}, made("b", {}, words), ` · ${exactness}`, why ? made("span", { class: "why" }, ` · ${why}`) : null));
    } else if (status === "choice" && role === "says") {
      shown.replaceChildren(made("p", {}, made("b", {}, joined(readings)), ": the date of the event decides"));
    } else if (status === "choice" && role === "counted") {
      shown.replaceChildren(made("p", {}, made("b", {}, joined(readings)), ": say it so that one of them is left"));
    } else if (status === "choice") {
      shown.replaceChildren(made("p", {}, "This can be read in more than one way. Which is meant?"), made("p", { class: "choices" }, ...readings.map(choose)));
    } else {
      shown.replaceChildren(...(role === "counted" && reason ? [made("p", { class: "why" }, `${reason}.${hint ? ` Try: ${hint}` : ""}`)] : []));
    }
  };
  const ask = () => {
    clearTimeout(timer);
    const text = input.value.trim();
    const number = (asking += 1);
    const question = { text, ...asked() };
    const isComplete = question.role !== "counted" || question.after || question.before || question.relative_to;
    if (!text || input.disabled || !isComplete) return shown.replaceChildren();
    timer = setTimeout(async () => {
      const found = await post("dates", question).catch(() => ({ status: "refused" }));
      if (number === asking) show(found, question.role);
    }, PAUSE);
  };
  input.addEventListener("input", ask);
  return { shown, ask };
};

/** A control for text, with readings below it. `context.around` gives the values of the source beside it. */
export const withReadings = (control, role, context) => {
  const input = control.focus;
  const near = () => Object.fromEntries(["source", "published", "accessed", "language", "zone", "tense"].map((name) => [name, context.near?.(name) ?? ""]));
  const { shown, ask } = readingsOf(input, () => ({ role, ...near() }));
  input.after(shown);
  const write = (value) => {
    control.write(value);
    ask();
  };
  return { ...control, write, ask };
};

const WAYS = { after: "after", before: "before", relative_to: "in words, from" };

/** The date of an event: in its own words, or counted from another event. */
export const dateControl = (around, field, path, context) => {
  const id = freshId(field.name);
  const input = made("input", { id, type: "text", autocomplete: "off", "aria-describedby": `${id}-help ${id}-faults ${id}-readings` });
  const near = () => ({ zone: context.near?.("zone") ?? "", calendar: context.near?.("calendar") ?? "" });
  const { shown, ask } = readingsOf(input, () => ({ role: "date", ...near() }));
  shown.id = `${id}-readings`;
  const by = made("input", { type: "text", id: `${id}-by`, autocomplete: "off", "aria-describedby": `${id}-counted` });
  const reading = readingsOf(by, () => ({ role: "counted", [way.value]: event.value, ...near() }));
  reading.shown.id = `${id}-counted`;
  const way = made("select", { id: `${id}-way` }, ...Object.entries(WAYS).map(([value, words]) => made("option", { value }, words)));
  const event = made("select", { id: `${id}-event` }, made("option", { value: "" }, "— no other event —"), ...context.ids.map((each) => made("option", { value: each.id }, each.title)));
  const counted = made(
    "details",
    { class: "counted" },
    made("summary", {}, "Counted from another event instead"),
    made("div", { class: "parts" },
      made("div", {}, made("label", { for: by.id }, "Distance, or words"), by, made("p", { class: "help" }, "Such as 2 days; or with “in words”: the day before.")),
      made("div", {}, made("label", { for: way.id }, "Which way"), way),
      made("div", {}, made("label", { for: event.id }, "The other event"), event),
      reading.shown,
    ),
  );
  const element = around(field, path, id, input, shown, counted);
  const read = () => {
    if (!event.value) return input.value.trim();
    return { [way.value]: event.value, [way.value === "relative_to" ? "says" : "by"]: by.value.trim() };
  };
  const update = () => {
    input.disabled = Boolean(event.value);
    ask();
    reading.ask();
  };
  way.addEventListener("change", update);
  event.addEventListener("change", update);
  const write = (value) => {
    const isCounted = value && typeof value === "object";
    const [name] = isCounted ? Object.keys(WAYS).filter((each) => each in value) : [];
    input.value = isCounted ? "" : (value ?? "");
    way.value = name ?? "after";
    const other = value?.[name] ?? "";
    if (other && ![...event.options].some((each) => each.value === other)) event.append(made("option", { value: other }, other));
    event.value = other;
    by.value = (isCounted && (value.by ?? value.says)) || "";
    counted.open = Boolean(isCounted);
    update();
  };
  return { element, focus: input, read, write, shown, ask };
};
