/**
 * Whether an address that AgentBay named may be called. It comes from an answer, and what is sent there
 * is a program and a token: only over HTTPS, only to the endpoint itself or another host of its house.
 */
import 'server-only';

const HOUSE = '.aliyuncs.com';

/** The address without a slash at its end; undefined where it may not be called. */
export function allowedLink(link: string, endpoint: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const url = new URL(link);
  const own = new URL(endpoint);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return undefined;
  }
  const isOwn = url.origin === own.origin;
  const isInHouse =
    url.protocol === 'https:' &&
    url.port === '' &&
    url.hostname.endsWith(HOUSE) &&
    own.hostname.endsWith(HOUSE);
  if (!isOwn && !isInHouse) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
