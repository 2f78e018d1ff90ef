// Without an entry in the history, and without the page behind that would scroll there. The event may have to come first.
const turnTo = async (id) => {
  await bringIn(id).catch(tellFailure);
  if (!articles.has(id)) return;
  history.replaceState(null, "", `#${id}`);
  emit("chosen", id);
};
