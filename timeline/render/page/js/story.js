// Story mode: the matching events one by one, in the whole window.

const presenter = document.querySelector(".presenter");
const place = presenter.querySelector("[role=status]");
const opener = document.querySelector("[data-present]");
const slide = presenter.querySelector(".presented");
const buttons = [...presenter.querySelectorAll("[data-step]")];

chart.isBehind = () => presenter.open; // then neither chart nor list need follow

const shown = () => order.filter((id) => matching.has(id));

// A chosen event is always among them, as choosing it ends a search that excludes it.
const neighbour = (step) => shown()[shown().indexOf(chosen()) + step];

