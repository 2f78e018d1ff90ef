// What the parts of a page share: the events, and how one part tells the others its news.
"use strict";

const root = document.documentElement;
const given = JSON.parse(document.getElementById("tl-data").textContent);
const articles = new Map([...document.querySelectorAll("article.event")].map((article) => [article.id, article]));
const order = [...articles.keys()]; // that of time
const forward = root.dir === "rtl" ? -1 : 1; // the way in which time runs across the page
const box = document.querySelector(".chart");
const chart = {}; // what can be done with the chart once Plotly draws it, told by that part
const isLive = () => root.dataset.chart === "plotly";
const linkOf = (id) => document.querySelector(`a[data-event="${CSS.escape(id)}"]`);

// News: "chosen" (an event's id or null), "pointed" (the same), "matched" (a set of ids), "viewed" (the shares
// of the chart that are shown), "drawing" and "drawn" (Plotly).
const tell = (news, about) => document.dispatchEvent(new CustomEvent(`timeline:${news}`, { detail: about }));
const hear = (news, act) => document.addEventListener(`timeline:${news}`, ({ detail }) => act(detail));

// The address says which event is chosen, so that a link can be shared, and back and forward work; in a frame
// they are the host's, whose place in the page is not to be touched either.
const chosen = () => (articles.has(location.hash.slice(1)) ? location.hash.slice(1) : null);
const choose = (id) => {
  if (window === parent && chosen() !== id) return location.assign(`#${id}`);
  history.replaceState(null, "", `#${id}`);
  tell("chosen", id);
};
addEventListener("hashchange", () => tell("chosen", chosen()));
let shown = chosen; // the event whose mark is picked out

let matching = new Set(order); // the events that the reader asks for
hear("matched", (ids) => (matching = ids));

const isPlain = ({ ctrlKey, metaKey, shiftKey }) => !(ctrlKey || metaKey || shiftKey); // else it is the browser's

// What is fetched when the page has been read, or the chart is touched.
chart.load = (src) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });

// The widest sheet for which there is room, none on a phone, where the list stands alone; and Plotly's figure of it.
const sheet = () => given.sheets.findLast((from) => from <= box.clientWidth);
const loadFigure = (from) => chart.load(given.figure.replace("{}", from));

// What only a script can do is not to be seen without one.
for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
