// What the parts of the embed of many events share. Events go by their numbers, in order of time, from 0.

const main = document.querySelector("main");
const sky = pageData.skyline;
const total = pageData.number;
const plain = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/ł/g, "l").replace(/[‐-―]/g, "-").replace(/[’ʼ“”„«»"]/g, "'"); // "elysee" finds "Élysée"
const percent = (share) => `${(share * 100).toFixed(2)}%`;

// All events, once their index has been loaded.
let index = null;
let numberOf = new Map(order.map((id, number) => [id, number]));
const indexed = async () => {
  const found = await loaded("index");
  if (index) return;
  const ids = found.ids.split(" ");
  numberOf = new Map(ids.map((id, number) => [id, number]));
  index = { ...found, ids, main: new Set(found.main) };
};

// The numbers of the events that are shown, null for all; and of those that the address asks for.
let shown = null;
let subset = null;
const count = () => shown?.length ?? total;
const nth = (place) => (shown ? shown[place] : place);
const placeOf = (number) => {
  if (!shown) return number;
  let [low, high] = [0, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shown[middle] < number) low = middle + 1;
    else high = middle;
  }
  return low;
};
const isShown = (number) => nth(placeOf(number)) === number && number < total;
let current = 0;
let go; // shows an event and scrolls to its card
