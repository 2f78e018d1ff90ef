// Story mode begins once all events are known.

document.querySelector("[data-present]").addEventListener("click", (click) => {
  if (isIndexed) return;
  click.stopImmediatePropagation();
  indexed().then(() => click.target.click(), tellFailure);
});
