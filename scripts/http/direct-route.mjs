// A way to a route that does not lead through Next, for the requests that come most often and whose caller waits:
// a program's run. The route is the same, with its checks and errors; so are the headers (security-headers.mjs).
// @ts-check
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * What such a route may ask of a request, which Next's `Request` has too (lib/http/asked.ts).
 * @typedef {import('../../lib/http/asked').Asked} Asked
 * @typedef {(request: Asked, context: { params: Promise<object> }) => Promise<Response>} DirectRoute
 */

const ROUTES = Symbol.for('runbay.directRoutes');
const NO_PARAMS = Promise.resolve({});
/** Below it a compressed answer costs more than it saves. */
const GZIP_FROM_BYTES = 1024;

/**
 * The route of a request, where it has one here (instrumentation.ts); Next answers all others.
 * @param {Pick<import('node:http').IncomingMessage, 'method' | 'url'>} request
 * @returns {DirectRoute | undefined}
 */
export function directRouteOf({ method, url }) {
  return Reflect.get(globalThis, ROUTES)?.[`${method} ${url}`];
}

/**
 * @param {DirectRoute} route
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function answerDirectly(route, request, response) {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    const answer = await route(asked(request, gone.signal), { params: NO_PARAMS });
    if (gone.signal.aborted) {
      await answer.body?.cancel();
      return;
    }
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => {
      response.setHeader(name, value);
    });
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
    if (isStream && answer.body !== null) await sendStream(answer.body, response);
    else await sendWhole(Buffer.from(await answer.arrayBuffer()), request, response);
  } catch (error) {
    // A route tells of its own errors; this is a failure of what sends its answer.
    console.error(error);
    response.destroy(/** @type {Error} */ (error));
  }
  // Else the next request on this connection would wait behind what is left of a body that was too long.
  if (!request.readableEnded) request.resume();
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {AbortSignal} signal
 * @returns {Asked}
 */
function asked(request, signal) {
  const { headers, method = '' } = request;
  return {
    method,
    headers: {
      get: (name) => {
        const value = headers[name.toLowerCase()];
        return (Array.isArray(value) ? value.join(', ') : value) ?? null;
      },
    },
    // Whoever stops reading still answers.
    body: request.iterator({ destroyOnReturn: false }),
    signal,
  };
}

/**
 * No faster than the client reads.
 * @param {ReadableStream<Uint8Array>} body
 * @param {import('node:http').ServerResponse} response
 */
async function sendStream(body, response) {
  const reader = body.getReader();
  let goOn = () => {};
  response.on('drain', () => goOn());
  response.once('close', () => {
    reader.cancel().catch(() => {});
    goOn();
  });
  for (;;) {
    const { done, value } = await reader.read();
    if (done || response.destroyed) break;
    if (response.write(value)) continue;
    await new Promise((resolve) => {
      goOn = () => resolve(undefined);
    });
  }
  response.end();
}

/**
 * @param {Buffer} bytes
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function sendWhole(bytes, request, response) {
  response.setHeader('Vary', 'Accept-Encoding');
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  if (!takesGzip || bytes.length < GZIP_FROM_BYTES) {
    response.end(bytes);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.end(await promisify(gzip)(bytes));
}
