// What the parts of the page share: the events, the words, and how one part tells the others its news.
"use strict";

const root = document.documentElement;
const { events, words, scripts } = JSON.parse(document.getElementById("tl-data").textContent);
const articles = new Map(events.map(({ id }) => [id, document.getElementById(id)]));
const order = events.map(({ id }) => id); // that of time
const forward = root.dir === "rtl" ? -1 : 1; // the way in which time runs across the page
const box = document.querySelector(".chart");
const chart = {}; // what can be done with the chart, told by its own part

// News: "chosen" (an event's id or null), "pointed" (the same), "matched" (a set of ids), "drawing" and "drawn" (Plotly).
const tell = (news, about) => document.dispatchEvent(new CustomEvent(`timeline:${news}`, { detail: about }));
const hear = (news, act) => document.addEventListener(`timeline:${news}`, ({ detail }) => act(detail));

// The address says which event is chosen, so that back and forward work and a link can be shared.
const chosen = () => (articles.has(location.hash.slice(1)) ? location.hash.slice(1) : null);
const choose = (id) => (chosen() === id ? tell("chosen", id) : location.assign(`#${id}`));
addEventListener("click", (click) => {
  const link = click.target.closest("a[href^='#']");
  if (!isPlain(click) || !articles.has(link?.hash.slice(1))) return;
  click.preventDefault(); // else a second click on it would do nothing
  choose(link.hash.slice(1));
});

// What is asked for stands in the address too, so that it can be linked; null takes a name out.
const remember = (answers) => {
  const address = new URL(location.href);
  for (const [name, value] of answers) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (!matching.has(chosen()) || address.searchParams.has("view")) address.hash = "";
  const isLost = address.hash !== location.hash;
  try {
    history.replaceState(null, "", address);
  } catch {
    // a frame without an address of its own: the answers then live as long as the page
  }
  if (isLost) tell("chosen", null);
};

let matching = new Set(articles.keys()); // the events that the reader asks for
hear("matched", (ids) => (matching = ids));

const isPlain = ({ ctrlKey, metaKey, shiftKey }) => !(ctrlKey || metaKey || shiftKey); // else it is the browser's
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

// What only a script can do is not to be seen without one.
for (const part of document.querySelectorAll("[data-scripted]")) part.hidden = false;
