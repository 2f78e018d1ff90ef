// The form of the search, and the address, which holds what it says.

const press = () => {
  for (const button of switches) button.setAttribute("aria-pressed", (button.dataset.main === "1") === Boolean(form.elements.main?.checked));
};

const apply = () => {
  show();
  setParameters(parameters());
};

form.addEventListener("input", () => afterPaint(apply));
form.elements.q.addEventListener("focus", () => inSlices(events, text)); // what will be searched is read before it is
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of [form.querySelector("[type=reset]"), none.querySelector("button")]) {
  button.addEventListener("click", () => setTimeout(apply)); // once the form has been reset
}
// A chosen event that does not match ends the search, so that it can be seen.
on("chosen", (id) => {
  if (!id || matching.has(id)) return;
  form.reset();
  apply();
});

const read = () => {
  form.reset();
  for (const [name, value] of new URLSearchParams(location.search)) {
    for (const field of [...form.elements].filter((field) => name && field.name === name)) {
      if (field.type === "checkbox") field.checked ||= field.value === value;
      else field.value = value;
      if (field.selectedIndex === -1) field.value = ""; // no such option
    }
  }
  show();
};

// On a phone the form is a sheet, which leaves with what led to it: its button, Escape or the focus.
const open = (isOpen) => {
  form.classList.toggle("open", isOpen);
  finder.setAttribute("aria-expanded", isOpen);
  (isOpen ? form.elements.q : finder).focus({ preventScroll: true });
};
finder?.addEventListener("click", () => open(!form.classList.contains("open")));
