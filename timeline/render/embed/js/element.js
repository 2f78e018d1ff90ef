// <timeline-embed src="https://www.example.org/timeline/embed.html" track="Europe" theme="dark" label="...">: the embed as an
// element, for pages that load this file. Its attributes are the conditions and the theme of the address.
"use strict";

{
  const NAMES = ["track", "person", "kind", "main", "last", "from", "to", "theme"];
  class TimelineEmbed extends HTMLElement {
    static observedAttributes = ["src", "height", ...NAMES];
    #frame = document.createElement("iframe");
    #listen = ({ source, data }) => {
      const heights = data?.["datawrapper-height"];
      if (heights && source === this.#frame.contentWindow) this.#frame.height = parseInt(Object.values(heights)[0]);
    };
    constructor() {
      super();
      const frame = this.#frame;
      frame.loading = "lazy";
      frame.sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";
      frame.scrolling = "no";
      frame.height = 560;
      frame.style.cssText = "display: block; width: 100%; border: 0";
      this.attachShadow({ mode: "open" }).append(frame);
    }
    connectedCallback() {
      addEventListener("message", this.#listen);
      this.attributeChangedCallback();
    }
    disconnectedCallback() {
      removeEventListener("message", this.#listen);
    }
    attributeChangedCallback() {
      if (!this.isConnected || !this.getAttribute("src")) return;
      const address = new URL(this.getAttribute("src"), document.baseURI);
      for (const name of NAMES) if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name));
      if (!address.searchParams.has("theme")) address.searchParams.set("theme", "light");
      this.#frame.title = this.getAttribute("label") ?? this.title;
      this.#frame.height = this.getAttribute("height") ?? this.#frame.height;
      if (this.#frame.src !== address.href) this.#frame.src = address;
    }
  }
  if (!customElements.get("timeline-embed")) customElements.define("timeline-embed", TimelineEmbed);
}
