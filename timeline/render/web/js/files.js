// What a page of many events loads when it is needed: each file adds its value to the global timelineFiles.

const values = new Map(); // name -> the promise of its value
// Of many alike only the hashes are known, by their numbers.
const addressOf = (name, number) => pageData.files[name] ?? `assets/${name}.${pageData.hashes.slice(8 * number, 8 * number + 8)}.js`;
const loaded = (name, number) => {
  if (!values.has(name)) {
    const value = chart.load(addressOf(name, number)).then(() => window.timelineFiles[name]);
    value.catch(() => values.delete(name)); // the next use tries again
    values.set(name, value);
  }
  return values.get(name);
};

// Such a file holds the HTML of our own templates; where the policy asks for trusted types, it is so by this name.
const trusted = window.trustedTypes?.createPolicy("timeline", { createHTML: (html) => html });
const fragment = (html) => {
  const made = document.createElement("template");
  made.innerHTML = trusted?.createHTML(html) ?? html;
  return made.content;
};
