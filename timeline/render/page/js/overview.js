// The overview below the chart shows which part is in view; dragging in it moves the view.

const overview = document.querySelector(".overview");
const pane = overview.querySelector(".window");

on("viewed", ([start, end]) => {
  pane.setAttribute("x", `${start * 100}%`);
  pane.setAttribute("width", `${(end - start) * 100}%`);
  overview.toggleAttribute("data-part", end - start < 0.999999);
});

const follow = (event) => {
  const { left, width } = overview.getBoundingClientRect();
  chart.aim(chart.aroundPart((event.clientX - left) / width));
};
overview.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  overview.setPointerCapture(event.pointerId);
  follow(event);
});
overview.addEventListener("pointermove", (event) => overview.hasPointerCapture(event.pointerId) && follow(event));
overview.addEventListener("lostpointercapture", () => chart.settle());
