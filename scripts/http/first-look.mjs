// What is answered before Next sees it, since Next would fail on it or should not have it.
// @ts-check
import { randomUUID } from 'node:crypto';
import { isOwnHost, wrongHostSentence } from './host-names.mjs';

/** In the form of lib/errors.ts. */
const KINDS = {
  bad_request: { status: 400, title: 'The request is not valid' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  wrong_host: { status: 421, title: 'Not this server' },
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Of everything that is no API: pages take no forms, and there are no server actions. */
const READING = ['GET', 'HEAD', 'OPTIONS'];

const API = /^\/api(?:\/|$)/;
const GATEWAY = /^\/api\/agentbay(?:$|\?)/;
const METRICS = /^\/metrics(?:$|\?)/;
/** A page of Next's own, for a failure of the layout. */
const GLOBAL_ERROR = /^\/+_global-error/i;

/**
 * @typedef {Pick<import('node:http').IncomingMessage, 'method' | 'url' | 'headers' | 'httpVersion'>} Asked
 * @typedef {{ publicUrl?: string | undefined, hasGateway?: boolean }} Settings
 * @typedef {{ code: keyof typeof KINDS, detail: string, allow?: string }} Refusal
 */

/**
 * Whether the request is answered by now. Its `url` is where it goes.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {Settings} settings
 */
export function isAnsweredHere(request, response, settings) {
  const refusal = refusalOf(request, settings);
  if (refusal !== undefined) refuse(refusal, request, response);
  // Next fails on it at a file, and refuses it at a page.
  else if (request.method === 'OPTIONS' && !API.test(pathOf(request.url ?? ''))) {
    response.writeHead(204, { Allow: READING.join(', ') }).end();
  } else return false;
  return true;
}

/**
 * Why a request is refused; undefined where it is not.
 * @param {Asked} request
 * @param {Settings} settings
 * @returns {Refusal | undefined}
 */
export function refusalOf(
  { method = '', url = '', headers, httpVersion },
  { publicUrl, hasGateway = false },
) {
  // A proxy's form, or `*`: Next would look for a host in it.
  if (!url.startsWith('/')) {
    return { code: 'bad_request', detail: 'The path: expected one that begins with /.' };
  }
  if (headers.host === undefined && httpVersion !== '1.0') {
    return { code: 'bad_request', detail: 'Host: expected this server’s, got nothing.' };
  }
  // They heed no cookie and want a key, which no page of another site has.
  const isForKeys = (hasGateway && GATEWAY.test(url)) || METRICS.test(url);
  if (!isForKeys && !isOwnHost(headers.host, publicUrl)) {
    return { code: 'wrong_host', detail: wrongHostSentence(headers.host ?? '') };
  }
  const path = pathOf(url);
  if (GLOBAL_ERROR.test(decoded(path))) {
    return { code: 'not_found', detail: 'There is nothing at this path.' };
  }
  const allowed = API.test(path) ? METHODS : READING;
  if (allowed.includes(method)) return undefined;
  const detail = `${method} is not possible here, only ${allowed.join(', ')}.`;
  return { code: 'method_not_allowed', detail, allow: allowed.join(', ') };
}

/** As Next understands it: `/a/../b` is `/b`. Empty for what cannot be read. @param {string} url */
function pathOf(url) {
  try {
    return new URL(`http://localhost${url}`).pathname;
  } catch {
    return '';
  }
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * In the form of lib/http/problem.ts, or in a sentence where a person has opened it.
 * @param {Refusal} refusal
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function refuse({ code, detail, allow }, { headers }, response) {
  const { status, title } = KINDS[code];
  const requestId = String(response.getHeader('X-Request-Id') ?? randomUUID());
  const problem = { type: `/problems/${code}`, title, status, detail, code, requestId };
  const isPerson = headers.accept?.includes('text/html') ?? false;
  const isLong = Boolean(headers['transfer-encoding'] ?? Number(headers['content-length'] ?? 0));
  response.writeHead(status, {
    'X-Request-Id': requestId,
    'Content-Type': isPerson ? 'text/plain; charset=utf-8' : 'application/problem+json',
    ...(allow === undefined ? {} : { Allow: allow }),
    // Whatever else it was going to send is not read.
    ...(isLong ? { Connection: 'close' } : {}),
  });
  response.end(isPerson ? `${detail}\n` : JSON.stringify(problem));
}
