// Search and filters: events that do not match are hidden in the list and faint in the chart.

const form = document.querySelector(".find");
const status = form.querySelector("[role=status]");
const none = document.querySelector(".none");
const done = form.querySelector(".done");
const finder = document.querySelector(".finder");
const switches = [...document.querySelectorAll("[data-main]")];

