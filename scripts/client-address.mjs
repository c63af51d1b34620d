// @ts-check
import { isIP } from 'node:net';

/**
 * Whose request this is, for limits per client: the socket's other end, or, behind that many
 * trusted proxies, the entry of X-Forwarded-For that the outermost of them wrote, which is the
 * n-th from the right. Entries further left are the client's own words. Where there are fewer
 * entries, or that one is no address, the request did not come through all of them: the socket counts.
 * @param {string | undefined} socketAddress
 * @param {string | string[] | undefined} forwardedFor
 * @param {number} trustedProxies
 */
export function clientAddress(socketAddress, forwardedFor, trustedProxies) {
  const socket = bare(socketAddress ?? '');
  if (trustedProxies < 1) return socket;
  const entry = String(forwardedFor ?? '')
    .split(',')
    .at(-trustedProxies);
  return bare(entry ?? '') || socket;
}

/**
 * The address alone, an IPv4 one in IPv4's form; '' for what is none.
 * @param {string} text
 */
function bare(text) {
  const trimmed = text.trim();
  const address =
    (/^\[(.+)\](?::\d+)?$/.exec(trimmed) ?? /^([\d.]+):\d+$/.exec(trimmed))?.[1] ?? trimmed;
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(plain) ? plain : '';
}
