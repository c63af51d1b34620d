// One malformed request, as the bytes that are sent.
// @ts-check
import { gzipSync } from 'node:zlib';
import { ANY_BODY, BODIES } from './bodies.mjs';
import { ODD_BODIES, ODD_HEADERS, ODD_JSON, ODD_PATH_PARTS, ODD_QUERIES } from './odd.mjs';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const READING = ['GET', 'GET', 'GET', 'HEAD'];
const WRITING = ['POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'];
const ODD_METHODS = ['TRACE', 'CONNECT', 'PROPFIND', 'PURGE', 'QUERY', 'FOO', 'get', 'GET ', ''];
const VERSIONS = [
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.1',
  'HTTP/1.0',
  'HTTP/2.0',
  'HTTP/9.9',
  'HTTP/1.1 x',
  '',
];

/**
 * @typedef {object} Target what the server has
 * @property {string[]} routes as the build names them
 * @property {Record<string, string[]>} values of the names in brackets
 * @property {string[]} keys that are right somewhere
 * @property {string} cookie
 * @property {string} host
 */

/**
 * @typedef {object} Malformed
 * @property {Buffer} bytes
 * @property {boolean} isWhole whether the server can know where it ends
 */

/** @param {import('./random.mjs').Random} random @param {Target} target @returns {Malformed} */
export function malformedRequest(random, target) {
  const route = random.pick(target.routes);
  const isWriting = random.chance(BODIES[route] === undefined ? 0.1 : 0.85);
  const usual = random.chance(0.1) ? METHODS : isWriting ? WRITING : READING;
  const method = random.pick(random.chance(0.03) ? ODD_METHODS : usual);
  const body = isWriting || random.chance(0.1) ? bodyFor(random, route) : Buffer.alloc(0);
  const headers = headersFor(random, target, body);
  const framed = frame(random, body, headers);
  const version = random.chance(0.05) ? random.pick(VERSIONS) : 'HTTP/1.1';
  const end = random.chance(0.01) ? '\n' : '\r\n';
  const head = [`${method} ${pathFor(random, route, target)} ${version}`, ...headers, '', ''].join(
    end,
  );
  const bytes = Buffer.concat([
    Buffer.from(head, random.chance(0.5) ? 'latin1' : 'utf8'),
    framed.bytes,
  ]);
  // Cut off anywhere: the rest never comes.
  if (random.chance(0.02))
    return { bytes: bytes.subarray(0, random.below(bytes.length)), isWhole: false };
  return { bytes, isWhole: framed.isWhole };
}

/** @param {import('./random.mjs').Random} random @param {string} route @param {Target} target */
function pathFor(random, route, { values, host }) {
  let path = route.replaceAll(/\[{1,2}[^\]]+\]{1,2}/g, (name) =>
    random.chance(0.4) ? random.pick(ODD_PATH_PARTS) : random.pick(values[name] ?? ODD_PATH_PARTS),
  );
  if (random.chance(0.1)) path += `/${random.pick(ODD_PATH_PARTS)}`;
  if (random.chance(0.05))
    path += random.pick([
      '/',
      '//',
      '.rsc',
      '.json',
      '.md',
      '.segments/_tree.segment.rsc',
      '%20',
      '\\',
      '?',
    ]);
  if (random.chance(0.03))
    path = path.replace('/', random.pick(['//', '/./', '/../', '\\', '/%2f', '']));
  if (random.chance(0.02))
    path = random.pick([
      `http://${host}${path}`,
      `http://evil.example${path}`,
      '*',
      'x',
      '/_next/static/..%2f..%2fBUILD_ID',
      '/_next/image?url=http://127.0.0.1/&w=1&q=1',
      '/_next/data/x/y.json',
      '/_global-error',
      '/_not-found',
      '/.well-known/x',
    ]);
  if (random.chance(0.4)) path += `?${random.pick(ODD_QUERIES)}`;
  if (random.chance(0.05))
    path += `&${random
      .bytes(12)
      .toString('latin1')
      .replaceAll(/[\r\n ]/g, '')}`;
  return path;
}

/** @param {import('./random.mjs').Random} random @param {Target} target @param {Buffer} body */
function headersFor(random, { cookie, keys, host }, body) {
  const headers = ['Connection: close'];
  if (random.chance(0.98)) headers.push(`Host: ${host}`);
  if (body.length > 0 && random.chance(0.85)) headers.push('Content-Type: application/json');
  if (random.chance(0.4))
    headers.push(`Cookie: ${random.chance(0.8) ? cookie : mangled(random, cookie)}`);
  if (random.chance(0.4)) {
    const key = random.pick(keys);
    headers.push(`Authorization: Bearer ${random.chance(0.7) ? key : mangled(random, key)}`);
  }
  const odd = random.chance(0.7) ? 1 + random.below(3) : 0;
  for (let count = 0; count < odd; count += 1) headers.push(random.pick(ODD_HEADERS));
  if (random.chance(0.02))
    headers.push(...Array.from({ length: 300 }, (_, index) => `X-${index}: ${index}`));
  return headers;
}

/** One character is another one. @param {import('./random.mjs').Random} random @param {string} text */
function mangled(random, text) {
  const at = random.below(text.length);
  return (
    text.slice(0, at) + random.pick(['', 'A', '%', '\x7f', '.', '\u00e9']) + text.slice(at + 1)
  );
}

/** @param {import('./random.mjs').Random} random @param {string} route */
function bodyFor(random, route) {
  const kind = random.next();
  if (kind < 0.15)
    return Buffer.from(random.pick(ODD_BODIES), random.chance(0.5) ? 'latin1' : 'utf8');
  if (kind < 0.2) return random.bytes(random.below(200));
  const object = random.chance(0.9) ? (BODIES[route] ?? ANY_BODY) : ANY_BODY;
  // Some field is odd, or left out, or there twice; most of the others are what they should be.
  const fields = Object.entries(object).flatMap(([name, value]) => {
    const chance = random.next();
    if (chance < 0.15) return [];
    const right = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
    const odd = () => `${JSON.stringify(name)}:${random.pick(ODD_JSON)}`;
    if (chance < 0.4) return [odd()];
    return chance < 0.45 ? [right, odd()] : [right];
  });
  if (random.chance(0.1))
    fields.push(`${random.pick(ODD_JSON.filter((text) => text.startsWith('"')))}:1`);
  const text = Buffer.from(`{${fields.join(',')}}`);
  if (random.chance(0.04)) return gzipSync(text);
  if (random.chance(0.04)) text[random.below(text.length)] = random.below(256);
  return text;
}

/**
 * The body as it goes over the wire, and the headers that say where it ends, or something else.
 * @param {import('./random.mjs').Random} random
 * @param {Buffer} body
 * @param {string[]} headers it is added to them
 * @returns {{ bytes: Buffer, isWhole: boolean }}
 */
function frame(random, body, headers) {
  const length = body.length;
  const kind = random.next();
  if (kind < 0.85) {
    if (length > 0 || kind < 0.1) headers.push(`Content-Length: ${length}`);
    return { bytes: body, isWhole: true };
  }
  if (kind < 0.93) {
    headers.push('Transfer-Encoding: chunked');
    const isEnded = kind < 0.91;
    const chunk = Buffer.concat([
      Buffer.from(`${length.toString(16)}\r\n`),
      body,
      Buffer.from('\r\n'),
    ]);
    const end = Buffer.from(
      isEnded
        ? '0\r\n\r\n'
        : random.pick(['zz\r\n', 'fffffffffffffffff\r\n', '-1\r\n', '5;ext=', '0\r\nX: y\r\n']),
    );
    return { bytes: Buffer.concat(length > 0 ? [chunk, end] : [end]), isWhole: isEnded };
  }
  const lie = random.pick([
    [`Content-Length: ${length + 10}`],
    ['Content-Length: 99999999999'],
    [`Content-Length: ${2 ** 53}`],
    ['Content-Length: -1'],
    ['Content-Length: x'],
    [`Content-Length: ${length}`, `Content-Length: ${length + 1}`],
    [`Content-Length: ${length}`, 'Transfer-Encoding: chunked'],
    ['Transfer-Encoding: x'],
    ['Transfer-Encoding: chunked, identity'],
    [`Content-Length: ${Math.max(0, length - 1)}`],
  ]);
  headers.push(...lie);
  return { bytes: body, isWhole: false };
}
