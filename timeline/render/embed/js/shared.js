// What the parts of the embed share: the events in numbers, the axis, and functions that one part fills in for the others.

const main = document.querySelector("main");
const sky = pageData.skyline;
const records = new Map(
  order.map((id, n) => {
    const isFaded = sky?.faded.includes(n);
    return [id, { lane: +/track(\d+)/.exec(articles.get(id).className)[1], column: sky?.column[n], isFaded, isKey: articles.get(id).matches(".key") }];
  }),
);
const found = () => order.filter((id) => matching.has(id));
const textOf = (id, what) => articles.get(id)?.querySelector(what).textContent ?? "";
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‐-―]/g, "-").toLowerCase(); // "elysee" finds "Élysée"
const percent = (share) => `${(share * 100).toFixed(2)}%`;

let axis = [0, 1]; // the shares of all the time at which the axis begins and ends
const shareOf = (share) => (share - axis[0]) / (axis[1] - axis[0]);
let ticksOf = (limit) => sky.ticks.filter(([, , isExtra]) => limit > 5 || !isExtra); // the dates below the skyline: share and text
let fitChart = () => (root.dataset.mode = modeAt(main.clientWidth));
let go; // shows an event and scrolls to its card
