// All events: until their index has been loaded only those that the page begins with are known.

const total = pageData.number;
const numberOf = new Map(order.map((id, number) => [id, number]));
let isIndexed = false;
const drawn = new Set([...box.querySelectorAll("[data-event]")].map(({ dataset }) => dataset.event));
for (const id of drawn) if (!numberOf.has(id)) order.push(id); // so that the keys reach its mark
matching = Object.assign(new Set(order), { has: () => true });

const readIndex = ({ ids, tracks, track, kinds, kind, people, who, main, official }) => {
  const [mains, officials] = [new Set(main), new Set(official)];
  order.length = 0;
  for (const [number, id] of ids.split(" ").entries()) {
    order.push(id);
    numberOf.set(id, number);
    events.push({ id, number, track: tracks[track[number]], kind: kinds[kind[number]], people: who[number].map((each) => people[each]), key: mains.has(number), official: officials.has(number) });
  }
  isIndexed = true;
  matching = new Set(order);
  emit("indexed", people);
};
const indexed = async () => {
  const index = isIndexed || (await loaded("index"));
  if (!isIndexed) readIndex(index);
};

const { texts: longTexts } = pageData;
const notice = document.querySelector(".copied");
const tellFailure = () => {
  notice.textContent = longTexts.failed;
  setTimeout(() => (notice.textContent = ""), 6000);
};
