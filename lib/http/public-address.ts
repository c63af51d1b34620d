/** The address of this server as visitors write it, for links that leave the page. */
import 'server-only';
import { isIPv6 } from 'node:net';
import { config } from '@/lib/config';
import { lanAddresses } from './lan';

interface Asked {
  headers: Pick<Headers, 'get'>;
}

/** A name or an address with or without a port, and nothing that means something in HTML, a URL or a log. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The origin, without a slash at its end: the setting PUBLIC_URL, else the host that the request names.
 * A client may name any host. So without the setting this stands only in answers that no shared cache
 * keeps (`private`), and what is kept of it here is nothing: a liar reads his own lie.
 */
export function publicAddressOf({ headers }: Asked): string {
  const { publicUrl, host, port } = config();
  if (publicUrl !== undefined) return publicUrl;
  // Of a chain of proxies the first one names what the browser used.
  const scheme = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  const asked = headers.get('host');
  const given = `${scheme === 'https' ? 'https' : 'http'}://${asked}`;
  if (asked !== null && HOST.test(asked) && URL.canParse(given)) return ofClass(new URL(given));
  return `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
}

/** A teacher may have opened the page on the machine itself; what he shows to the class must lead there from elsewhere. */
function ofClass(url: URL): string {
  const [address] = THIS_MACHINE.test(url.hostname) ? lanAddresses() : [];
  if (address !== undefined) url.hostname = address;
  return url.origin;
}
