// The figures that Plotly draws, each for a width.

// The width of the widest scene for which there is room, undefined on a phone, which shows the list alone.
const sceneWidth = () => Object.keys(pageData.figures).findLast((width) => width <= box.clientWidth);
const loadFigure = (width) => chart.load(pageData.figures[width]);
