// Without an entry in the history, and without the page behind that would scroll there.
const turnTo = (id) => {
  history.replaceState(null, "", `#${id}`);
  emit("chosen", id);
};
