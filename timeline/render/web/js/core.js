// What the parts of a page share: the events, and messages between the parts.
"use strict";

const root = document.documentElement;
const pageData = JSON.parse(document.getElementById("tl-data").textContent);
const articles = new Map([...document.querySelectorAll("article.event")].map((article) => [article.id, article]));
const order = [...articles.keys()]; // in order of time
const forward = root.dir === "rtl" ? -1 : 1; // the direction in which time runs across the page
const box = document.querySelector(".chart");
const chart = {}; // functions of the chart, added by the parts that draw and move it with Plotly
const isLive = () => root.dataset.chart === "plotly";
const linkOf = (id) => document.querySelector(`a[data-event="${CSS.escape(id)}"]`);

// Messages: "chosen" (an event's id or null), "pointed" (the same), "matched" (a set of ids), "viewed" (the part
// of all the time that is in view, as two shares), "drawing" and "drawn" (by Plotly), "stilled" (the SVG is the chart).
const emit = (name, detail) => document.dispatchEvent(new CustomEvent(`timeline:${name}`, { detail }));
const on = (name, listener) => document.addEventListener(`timeline:${name}`, ({ detail }) => listener(detail));

// The address holds the chosen event, so that links can be shared and back and forward work. In a frame the
// history and the scroll position belong to the host, so both are left alone.
const chosen = ({ hash } = location) => (articles.has(hash.slice(1)) ? hash.slice(1) : null);
const choose = (id) => {
  if (window === parent && chosen() !== id) return location.assign(`#${id}`);
  history.replaceState(null, "", `#${id}`);
  emit("chosen", id);
};
chart.pick = choose; // what a click on a mark or a label does
addEventListener("hashchange", ({ newURL }) => emit("chosen", chosen(new URL(newURL))));
let highlighted = chosen; // the event whose mark is highlighted

let matching = new Set(order); // the events that match the search and filters
on("matched", (ids) => (matching = ids));

const isPlain = ({ ctrlKey, metaKey, shiftKey }) => !(ctrlKey || metaKey || shiftKey); // else the browser handles it

// Loads a script after the page has been painted or the chart touched.
chart.load = (src) =>
  new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }));
  });
