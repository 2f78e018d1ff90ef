// Reports the frame's height in each embed library's protocol, so that no host needs a script of ours.
// It sends nothing but the height and its own address, without the event that a reader opened, and accepts nothing but requests for it, from the host alone.

const host = parent;
const child = new URLSearchParams(location.search).get("childId") ?? "";
const secret = /[?&]secret=(\w+)/.exec(location.hash)?.[1];
let height = 0; // px
let name = ""; // the name that iframe-resizer gives this frame

const main = document.querySelector("main");
const measure = () => (height = Math.ceil(main.getBoundingClientRect().height));

const messages = () => [
  { "datawrapper-height": { [location.pathname]: height } },
  { sentinel: "amp", type: "embed-size", height }, // AMP, @newswire/frames
  JSON.stringify({ src: location.href.split("#")[0], context: "iframe.resize", method: "resize", height }), // Medium, Iframely
  `pymxPYMx${child}xPYMxheightxPYMx${height}`,
  { subject: "lti.frameResize", height }, // Canvas and other LTI hosts
  { type: "iframe-resized", width: innerWidth, height }, // open-iframe-resizer
  { context: "h5p", action: "resize", scrollHeight: height }, // Moodle, WordPress with H5P
  secret && { message: "height", value: height, secret }, // WordPress
  name && `[iFrameSizer]${name}:${height}:${innerWidth}:resize`,
];
const send = () => {
  for (const message of messages()) if (message) host.postMessage(message, "*");
  try {
    window.requestResize?.(); // a future standard
  } catch {
    // the host has not asked for it
  }
};

const REQUESTS = /^pym|frames-init|iframe-child-init|iframe-get-child-dimensions|\bregister\b/;
const isRequest = (data) => {
  const text = String(data?.type ?? data?.method ?? data);
  const [, assigned] = /^\[iFrameSizer\]([^:]+):\d/.exec(text) ?? [];
  if (assigned) {
    name = assigned;
    host.postMessage(`[iFrameSizer]${name}:${height}:${innerWidth}:init:5.0.0:child`, "*");
  }
  return assigned || REQUESTS.test(text);
};
const update = () => height !== measure() && send();

if (host !== window) {
  addEventListener("message", ({ source, data }) => source === host && measure() && isRequest(data) && send());
  new ResizeObserver(update).observe(main);
  addEventListener("load", update); // a frame out of view may run no observer
  host.postMessage("[iFrameResizerChild]Ready", "*");
}
