// The button that closes the sheet leads to the first event that matches.

done.addEventListener("click", () => {
  open(false);
  const [first] = matching;
  if (first && form.querySelector("[type=reset]:not(:disabled)")) bring(articles.get(order.find((id) => matching.has(id))).closest(".group"));
});
