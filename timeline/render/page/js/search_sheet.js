// How the sheet closes otherwise, and the two buttons for main and all events.

form.addEventListener("keydown", ({ key }) => key === "Escape" && narrow.matches && open(false));
form.addEventListener("focusout", ({ relatedTarget }) => {
  if (!narrow.matches || !relatedTarget || form.contains(relatedTarget) || relatedTarget === finder) return;
  form.classList.remove("open");
  finder.setAttribute("aria-expanded", false);
});
const more = form.querySelector(".more");
more?.addEventListener("focusout", ({ relatedTarget }) => narrow.matches || !relatedTarget || more.contains(relatedTarget) || (more.open = false));
more?.addEventListener("keydown", ({ key }) => key === "Escape" && !narrow.matches && ((more.open = false), more.querySelector("summary").focus()));

for (const button of switches) {
  button.addEventListener("click", () => {
    form.elements.main.checked = button.dataset.main === "1";
    press();
    afterPaint(apply);
  });
}
addEventListener("popstate", read);
read();
