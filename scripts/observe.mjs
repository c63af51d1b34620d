// Gives each request its id and its time, and tells of its answer when that is over (lib/operator/answers.ts).
// @ts-check
import { randomUUID } from 'node:crypto';

const FORM = /^[\w.:+/=-]{8,128}$/;

/**
 * The id under which the log has the request: the one that a trusted proxy gave it, else one of our own.
 * @param {string | string[] | undefined} given
 * @param {number} trustedProxies
 */
export function requestIdOf(given, trustedProxies) {
  if (trustedProxies > 0 && typeof given === 'string' && FORM.test(given)) return given;
  return randomUUID();
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ trustedProxies: number, routeOf: (url: string) => string }} how
 */
export function observe(request, response, { trustedProxies, routeOf }) {
  const { socket, method = '' } = request;
  const began = performance.now();
  const sentBefore = socket.bytesWritten;
  const requestId = requestIdOf(request.headers['x-request-id'], trustedProxies);
  // Over whatever the client sent: routes and pages take it from here.
  request.headers['x-runbay-request-id'] = requestId;
  response.setHeader('X-Request-Id', requestId);
  // A page that the server asks of itself (lib/http/made-page.ts) is part of another request.
  const own = request.headers['x-runbay-own'];
  if (own !== undefined && own === Reflect.get(globalThis, Symbol.for('runbay.ownWord'))) return;
  const route = routeOf(request.url ?? '/');
  response.once('close', () => {
    const tell = Reflect.get(globalThis, Symbol.for('runbay.onAnswer'));
    tell?.({
      requestId,
      method,
      route,
      status: response.statusCode,
      ms: performance.now() - began,
      bytes: socket.bytesWritten - sentBefore,
      address: String(request.headers['x-runbay-address'] ?? ''),
      isWhole: response.writableFinished,
    });
  });
}
