// The frame's height, told to the host in the words of each kind of host, so that none needs a script of ours.
// A height is all that is ever told, and a request for it all that is ever heard, from the host alone.

const host = window.parent;
const child = new URLSearchParams(location.search).get("childId") ?? "";
const secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1];
let height = 0; // px
let name = ""; // by which iframe-resizer calls this frame

const main = document.querySelector("main");
const measure = () => (height = Math.ceil(main.getBoundingClientRect().height));

const words = () => [
  { "datawrapper-height": { [location.pathname]: height } },
  { sentinel: "amp", type: "embed-size", height }, // AMP, @newswire/frames
  JSON.stringify({ src: location.href, context: "iframe.resize", method: "resize", height }), // Medium, Iframely
  `pymxPYMx${child}xPYMxheightxPYMx${height}`,
  { subject: "lti.frameResize", height }, // Canvas and its kin
  { type: "iframe-resized", width: innerWidth, height }, // open-iframe-resizer
  { context: "h5p", action: "resize", scrollHeight: height }, // Moodle, WordPress with H5P
  secret && { message: "height", value: height, secret }, // WordPress
  name && `[iFrameSizer]${name}:${height}:${innerWidth}:resize`,
];
const send = () => {
  for (const message of words()) if (message) host.postMessage(message, "*");
  try {
    window.requestResize?.(); // browsers to come
  } catch {
    // where the host has not asked for it
  }
};

const ASKS = /^pym|frames-init|iframe-child-init|iframe-get-child-dimensions|\bregister\b/;
const asked = (data) => {
  const text = String(data?.type ?? data?.method ?? data);
  const [, called] = /^\[iFrameSizer\]([^:]+):\d/.exec(text) ?? [];
  if (called) {
    name = called;
    host.postMessage(`[iFrameSizer]${name}:${height}:${innerWidth}:init:5.0.0:child`, "*");
  }
  return called || ASKS.test(text);
};
const news = () => height !== measure() && send();

if (host !== window) {
  addEventListener("message", ({ source, data }) => source === host && measure() && asked(data) && send());
  new ResizeObserver(news).observe(main);
  addEventListener("load", news); // out of sight no observer runs
  host.postMessage("[iFrameResizerChild]Ready", "*");
}
