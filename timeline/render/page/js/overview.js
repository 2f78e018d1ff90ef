// The strip below the chart shows the view within the whole; the view goes where the pointer is.

const strip = document.querySelector(".overview");
const pane = strip.querySelector(".window");

hear("viewed", ([start, end]) => {
  pane.setAttribute("x", `${start * 100}%`);
  pane.setAttribute("width", `${(end - start) * 100}%`);
  strip.toggleAttribute("data-part", end - start < 0.999999);
});

const follow = (event) => {
  const { left, width } = strip.getBoundingClientRect();
  chart.aim(chart.around((event.clientX - left) / width));
};
strip.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  strip.setPointerCapture(event.pointerId);
  follow(event);
});
strip.addEventListener("pointermove", (event) => strip.hasPointerCapture(event.pointerId) && follow(event));
strip.addEventListener("lostpointercapture", () => chart.settle());
