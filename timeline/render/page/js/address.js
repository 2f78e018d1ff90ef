// What the parts of the whole page share besides: its words, and its address, in which stands what is asked for.

const { events, words } = given;
const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const made = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

addEventListener("click", (click) => {
  const link = click.target.closest("a[href^='#']");
  if (!isPlain(click) || !articles.has(link?.hash.slice(1))) return;
  click.preventDefault(); // else a second click on it would do nothing
  choose(link.hash.slice(1));
});

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
