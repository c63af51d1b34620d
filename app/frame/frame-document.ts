/**
 * The document in which HTML of a program lives. It has an origin of its own, no network, no way out,
 * and is the same for everyone: nothing of a program is ever in it when it leaves the server.
 * lib/console/frame-messages.ts is what it hears and says.
 */

export const FRAME_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // `sandbox` stands here too, so that the address opened on its own is as harmless as in a frame.
  'Content-Security-Policy': [
    'sandbox allow-scripts',
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Frame-Options': 'SAMEORIGIN',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Chromium connects to where a frame navigates before `frame-src` of the page stops it; with an
  // empty list of places it does not. Browsers that do not know this header ignore it.
  'Connection-Allowlist': '()',
  // A name that is looked up is a message to whoever serves it.
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-cache',
};

const STYLE = `
:root { color-scheme: light; }
html { height: auto; background: var(--surface); }
body {
  display: flow-root; margin: 0; padding: 1px; color: var(--text);
  font: 14px/1.5 ui-sans-serif, system-ui, sans-serif; overflow-wrap: anywhere;
}
body > :first-child { margin-top: 0; }
body > :last-child { margin-bottom: 0; }
a { color: var(--accent); }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; border: 0 solid var(--line); border-bottom-width: 1px; text-align: right; }
th { color: var(--muted); font-weight: 600; }
pre, code { font-family: ui-monospace, monospace; font-size: 13px; }
`;

// The scripts of the content run when its pieces are put in, in their order; then it hears of the
// load that it would have waited for as a document.
const SCRIPT = `
(() => {
  document.currentScript.remove();
  const page = parent;
  const say = (message) => page.postMessage(message, location.origin);
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
    Object.defineProperty(globalThis, name, { value: undefined });
  }
  const dress = ({ scheme, colors }) => {
    const { style } = document.documentElement;
    style.colorScheme = scheme;
    for (const [name, value] of Object.entries(colors)) style.setProperty('--' + name, value);
  };
  let shown = false;
  addEventListener('message', ({ source, data }) => {
    if (source !== page || page === globalThis) return;
    dress(data.theme);
    if (data.type !== 'show' || shown) return;
    shown = true;
    const range = document.createRange();
    range.selectNodeContents(document.body);
    document.body.append(range.createContextualFragment(data.html));
    document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
    dispatchEvent(new Event('load'));
    const root = document.documentElement;
    const measure = () => {
      const { scrollHeight, clientHeight, offsetHeight } = root;
      const bar = innerHeight - clientHeight;
      say({ type: 'height', height: bar + (scrollHeight > clientHeight ? scrollHeight : offsetHeight) });
    };
    new ResizeObserver(measure).observe(root);
    new ResizeObserver(measure).observe(document.body);
    measure();
  });
  // Also where it is an error page that comes instead, of which the page outside hears nothing.
  addEventListener('pagehide', () => say({ type: 'gone' }));
})();
`;

export const FRAME_DOCUMENT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>HTML result</title><style>${STYLE}</style></head>
<body><script>${SCRIPT}</script></body>
</html>
`;
