/** Who asks: the browser session where there is one, else the address. */
import 'server-only';
import { isIPv6 } from 'node:net';
import { RUN_KEY_HEADER } from '@/lib/agentbay/contract';
import { readSessionCookie } from '@/lib/sessions/cookie';
import { sessionOfKey } from '@/lib/sessions/run-key';
import type { Asked } from './asked';

export interface Client {
  /** The browser session's id; undefined without a valid cookie. */
  sessionId: string | undefined;
  /** Where the request came from: an IPv4 address, an IPv6 /64, or `unknown`. */
  address: string;
  /** What limits and turns are counted by: the session, else the address. */
  key: string;
}

/** One household has a whole IPv6 /64, so that is one client; an IPv4 address in IPv6 clothes is the IPv4 one. */
export function addressKey(address: string): string {
  const [bare = ''] = address.trim().split('%');
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (v4 !== undefined) return v4;
  if (!isIPv6(bare)) return bare === '' ? 'unknown' : bare;
  const [head = '', tail] = bare.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    // An IPv4 address at the end stands for two groups.
    const width = after.length + (tail.includes('.') ? 1 : 0);
    while (groups.length + width < 8) groups.push('0');
    groups.push(...after);
  }
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** The server script sets the address header from the socket, over whatever the client sent. */
export function clientOf(request: Pick<Asked, 'headers'>): Client {
  const sessionId = readSessionCookie(request.headers.get('cookie'));
  const address = addressKey(request.headers.get('x-runbay-address') ?? '');
  return { sessionId, address, key: sessionId ?? address };
}

export interface PageClient extends Client {
  /** A key stands for the session. */
  hasKey: boolean;
}

/**
 * Who asks for a page's blocks: where there is no cookie, the key that the page shows stands for a
 * session. What is counted is counted for the address then, since keys cost nothing. Throws bad_request
 * for what can be no key.
 */
export function pageClientOf(request: Pick<Asked, 'headers'>): PageClient {
  const client = clientOf(request);
  const keyed = sessionOfKey(request.headers.get(RUN_KEY_HEADER));
  if (client.sessionId !== undefined || keyed === undefined) return { ...client, hasKey: false };
  return { ...client, sessionId: keyed, hasKey: true };
}
