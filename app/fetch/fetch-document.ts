/**
 * The document that fetches a program from an address of the web, for the page, which may not. It has an
 * origin of its own, so it sends no cookies of anybody's and can read nothing of this server; it shows
 * nothing, and gives what it has read to the page as bytes. lib/share/files/fetch-program.ts asks it.
 */
import { createHash } from 'node:crypto';

// Bounded here too: what is too large or too slow is not read to its end.
const SCRIPT = `
(() => {
  const page = parent;
  if (page === globalThis) return;
  addEventListener('message', async ({ source, data }) => {
    if (source !== page) return;
    const { url, maxBytes, timeoutMs } = data;
    const say = (message, transfer) => page.postMessage(message, location.origin, transfer);
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, {
        mode: 'cors', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', signal,
      });
      const parts = [];
      let size = 0;
      const reader = response.body?.getReader();
      while (reader) {
        const { done, value } = await reader.read();
        if (done) break;
        size += value.length;
        if (size > maxBytes) {
          await reader.cancel();
          return say({ type: 'too_large' });
        }
        parts.push(value);
      }
      const bytes = await new Blob(parts).arrayBuffer();
      say({ type: 'fetched', status: response.status, contentType: response.headers.get('content-type') ?? '', bytes }, [bytes]);
    } catch {
      say({ type: signal.aborted ? 'slow' : 'unreachable' });
    }
  });
  page.postMessage({ type: 'ready' }, location.origin);
})();
`;

const HASH = createHash('sha256').update(SCRIPT).digest('base64');

export const FETCH_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // `sandbox` stands here too, so that the address opened on its own is as harmless as in a frame.
  'Content-Security-Policy': [
    'sandbox allow-scripts',
    "default-src 'none'",
    `script-src 'sha256-${HASH}'`,
    'connect-src https: http://localhost:* http://127.0.0.1:*',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

export const FETCH_DOCUMENT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Fetch</title></head>
<body><script>${SCRIPT}</script></body>
</html>
`;
