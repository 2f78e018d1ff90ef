// While a gesture moves the chart, what is drawn is only shifted, which is fast; Plotly redraws afterwards.

const SLACK = 100; // px above and below the window within which a long chart is shifted, too
let drawn = null; // the positions in Plotly's last drawing

const positions = () => {
  const { plot } = chart;
  const { _length: width, _offset: left } = plot._fullLayout.xaxis;
  const { top } = plot.getBoundingClientRect();
  const isOnScreen = (y) => Math.abs(y + top - innerHeight / 2) < innerHeight / 2 + SLACK;
  const placed = [];
  for (const element of plot.querySelectorAll(".points .point")) {
    const [x, y] = element.getAttribute("transform").match(/-?\d[\d.e-]*/g).map(Number);
    if (isOnScreen(y)) placed.push({ element, x });
  }
  for (const text of plot.querySelectorAll(".textpoint text")) {
    if (!isOnScreen(+text.getAttribute("y"))) continue;
    const { zooms } = text.closest(".trace").__data__[0].trace.meta;
    placed.push({ element: text.parentElement, x: +text.getAttribute("x"), zoom: zooms?.[text.parentElement.__data__.i] });
  }
  const spread = [...plot.querySelectorAll(".scatterlayer .lines, .scatterlayer .fills")].map((element) => [element, 0]);
  for (const era of plot.querySelectorAll(".shapelayer :is(.era, .bracket)")) spread.push([era, left]);
  return { width, view: chart.view(), placed, spread };
};

chart.preview = (range) => {
  drawn ??= positions();
  box.classList.add("moving");
  chart.look(range);
  const [start, end] = chart.view();
  const factor = (drawn.view[1] - drawn.view[0]) / (end - start);
  const offset = ((drawn.view[0] - start) / (end - start)) * drawn.width;
  for (const { element, x, zoom } of drawn.placed) {
    element.style.translate = `${x * factor + offset - x}px`;
    if (zoom) element.style.visibility = zoom <= chart.zoom() ? "" : "hidden"; // a label without room
  }
  for (const [element, left] of drawn.spread) {
    element.style.transform = `matrix(${factor}, 0, 0, 1, ${offset + left * (1 - factor)}, 0)`;
  }
};

on("drawing", () => {
  box.classList.remove("moving");
  for (const { element } of drawn?.placed ?? []) element.style.translate = element.style.visibility = "";
  for (const [element] of drawn?.spread ?? []) element.style.transform = "";
  drawn = null;
});
