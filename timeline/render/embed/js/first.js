// Before anything is painted: that there is a script, and where the chart and the cards stand.

const CARD_BESIDE = 348; // px
const modeAt = (width) => {
  const { from, low } = document.documentElement.dataset; // the chart's least width, and whether cards fit below it
  if (!from || width < from) return "sky";
  if (width >= +from + CARD_BESIDE) return "beside";
  return low === undefined ? "over" : "below";
};
document.documentElement.dataset.mode = modeAt(innerWidth - 4);
