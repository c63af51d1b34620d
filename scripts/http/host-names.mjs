// Which names this server answers to. A page of another site can give its own name this machine's address
// (DNS rebinding); its requests then count as the same origin, and only the Host header tells them apart.
// @ts-check
import { isIP } from 'node:net';

/** Reserved: nobody can register a name on the internet that ends so (RFC 6761, 6762, 8375, ICANN 2024). */
const PRIVATE_NAME = /^(?:[a-z0-9_-]+|.+\.(?:localhost|local|internal|home\.arpa))$/;
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9.])?)(?::\d{1,5})?$/;

/**
 * Whether a request for that host is answered: an address, since no page of another name can send that; a
 * name that is of no use on the internet; and the one of PUBLIC_URL. Without a Host (HTTP/1.0) it is no browser.
 * @param {string | undefined} host as the header has it
 * @param {string | undefined} publicUrl
 */
export function isOwnHost(host, publicUrl) {
  if (host === undefined) return true;
  const name = nameOf(host);
  if (name === undefined) return false;
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0 || PRIVATE_NAME.test(name)) return true;
  return publicUrl !== undefined && URL.canParse(publicUrl) && name === new URL(publicUrl).hostname;
}

/** Without its port; undefined for what is no host. @param {string} host */
function nameOf(host) {
  return HOST.exec(host.toLowerCase())?.[1]?.replace(/\.$/, '');
}

/**
 * For whoever opened it, who may be its operator.
 * @param {string} host
 */
export function wrongHostSentence(host) {
  if (nameOf(host) === undefined)
    return 'Host: expected a name or an address, with a port or none.';
  return `This server does not answer to the name "${host.slice(0, 253)}". Its operator can change that with the setting PUBLIC_URL=http://${host.slice(0, 253)} (https:// behind a proxy with TLS).`;
}
