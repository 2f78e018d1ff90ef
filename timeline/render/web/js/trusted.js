// For pages without inline scripts and styles: the only texts that may become scripts, and Plotly's styles.

{
  // Where the policy asks for trusted types, every text that is to become a script or markup passes through here.
  const assets = new URL("assets/", location.href).href;
  const isAsset = (url) => new URL(url, location.href).href.startsWith(assets);
  const isHeld = (text) => [...document.querySelectorAll("script[type='text/plain']")].some((held) => held.textContent === text);
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => (isAsset(url) ? url : null),
    createScript: (text) => (isHeld(text) ? text : null), // a standalone page holds its scripts as text
  });

  // Plotly adds its rules to the sheet of the element with this id. Without one it would add a style element.
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  document.head.append(Object.assign(document.createElement("meta"), { id: "plotly.js-style-global", sheet }));

  // Plotly sets style attributes of bold, slanted and linked text, which a strict policy forbids; scripts may set styles.
  SVGElement.prototype.setAttribute = function (name, value) {
    if (name === "style") this.style.cssText = value;
    else Element.prototype.setAttribute.call(this, name, value);
  };
}
