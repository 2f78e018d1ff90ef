// The index of all words: which events have each of the words that are searched for.

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const digit = new Uint8Array(128); // by the codes of the letters
for (const [number, letter] of [...DIGITS].entries()) digit[letter.charCodeAt(0)] = number;
const AROUND = /^[.,;:!?()[\]…·-]+|[.,;:!?()[\]…·-]+$/g;
let words = null; // all words, and for each the steps from one of its events to the next
const readWords = async () => {
  const found = await loaded("words");
  words ??= { list: found.words.split("\n"), steps: found.events.split("\n") };
};
// Marks the events of a word. Numbers have five bits a digit, with a sixth where more follow.
const markEvents = (steps, marks) => {
  let [at, step, shift] = [0, 0, 0];
  for (let n = 0; n < steps.length; n++) {
    const bits = digit[steps.charCodeAt(n)];
    step += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    at += step;
    marks[at] = 1;
    [step, shift] = [0, 0];
  }
};
// The events that have all words of a search, each within one of their own words.
const withWords = (q) => {
  const all = new Uint8Array(total).fill(1);
  for (const part of plain(q).split(/\s+/)) {
    const word = part.replace(AROUND, "");
    if (!word) continue;
    const marks = new Uint8Array(total);
    words.list.forEach((each, n) => each.includes(word) && markEvents(words.steps[n], marks));
    for (let n = 0; n < total; n++) all[n] &= marks[n];
  }
  return all;
};
