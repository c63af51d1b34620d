/** Where another machine is called, as an operator writes it. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The origin of `host`, `host:port` or `https://host:port`. `http://` is for this machine alone, since
 * a key goes that way. Undefined for all else.
 */
export function readEndpoint(text: string): string | undefined {
  const trimmed = text.trim();
  const full = /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (!URL.canParse(full)) return undefined;
  const { protocol, hostname, username, password, pathname, search, hash, origin } = new URL(full);
  if (hostname === '' || username !== '' || password !== '') return undefined;
  if (pathname !== '/' || search !== '' || hash !== '') return undefined;
  if (protocol === 'https:') return origin;
  return protocol === 'http:' && LOOPBACK.has(hostname) ? origin : undefined;
}
