// The headers of every answer, whoever makes it: a page, a route, a file, Next's redirects and refusals.
// @ts-check

/** What next.config.js gives to all that Next routes; a route may say more, or something stricter. */
export const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
    'hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
};

/** For what is no page: opened on its own it can load, run and send nothing, and stand in no frame. */
export const BARE_POLICY =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A worker takes the policy of its script, which may be any of the build's. */
const SCRIPT_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HALF_A_YEAR_S = 15_552_000;

/**
 * Adds what is missing when the head of the answer is written.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ publicUrl?: string | undefined }} [settings]
 */
export function securingAnswer({ url = '', headers }, response, { publicUrl } = {}) {
  const isOverTls = headers['x-forwarded-proto']?.toString().startsWith('https') ?? false;
  const policy = url.startsWith('/_next/static/') ? SCRIPT_POLICY : BARE_POLICY;
  const all = {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    // Only the operator knows whether the name is served over TLS for good.
    ...(isOverTls && publicUrl?.startsWith('https:')
      ? { 'Strict-Transport-Security': `max-age=${HALF_A_YEAR_S}` }
      : {}),
  };
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {any[]} */ ...args) => {
      const add = (/** @type {string} */ name, /** @type {string} */ value) => {
        if (!response.hasHeader(name)) response.setHeader(name, value);
      };
      for (const [name, value] of Object.entries(all)) add(name, value);
      // What a browser has kept goes on with the policy that came with it.
      if (args[0] !== 304 && !response.hasHeader('Content-Security-Policy')) {
        response.setHeader('Content-Security-Policy', policy);
        add('X-Frame-Options', 'DENY');
      }
      return writeHead.apply(response, /** @type {any} */ (args));
    }
  );
}

/** The same for an answer that is written by hand. */
export const BARE_HEAD = Object.entries({
  ...SECURITY_HEADERS,
  'Content-Security-Policy': BARE_POLICY,
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'no-store',
  Connection: 'close',
})
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');
