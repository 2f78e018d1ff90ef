// A standalone page holds its scripts as text and runs them when they are needed.

const loadFile = chart.load;
chart.load = async (script) => {
  if (!script.startsWith("#")) return loadFile(script);
  document.head.append(element("script", { textContent: document.querySelector(script).textContent }));
};
