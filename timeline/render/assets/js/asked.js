// What is asked for stands in the address too, so that it can be linked.

const { events, words } = given;

// Each answer under its name; null takes a name out.
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
