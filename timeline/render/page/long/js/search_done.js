// The button that closes the sheet leads to the first part with an event that matches.

done.addEventListener("click", () => {
  open(false);
  const first = listParts.find(({ node }) => !node.hidden);
  if (first && form.querySelector("[type=reset]:not(:disabled)")) bring(first.node);
});
