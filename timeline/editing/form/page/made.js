// Elements of the page.

let number = 0;
/** An id that no other element has. */
export const freshId = (name) => `${name}-${(number += 1)}`;

/** A new element: `properties` are attributes, or listeners where the name begins with "on". */
export const made = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((each) => each !== null && each !== undefined && each !== ""));
  return element;
};

/** A button that does something. */
export const button = (text, onclick, properties = {}) => made("button", { type: "button", onclick, ...properties }, text);
