/** A stretch of a line that leads somewhere; `from` and `to` are columns. */
export interface Link {
  from: number;
  to: number;
  /** The address as the browser will ask for it. */
  href: string;
}

/** A longer address is shown as text only. */
export const MAX_ADDRESS_LENGTH = 2048;

/**
 * Ends at blanks, quotes, brackets that addresses do not have, and at everything that is not seen: controls,
 * marks of writing direction, joiners.
 */
const ADDRESS =
  /\bhttps?:\/\/[^\s\p{C}\p{Z}<>"'`{}|\\^\u3001-\u301f\uff00-\uff0f\uff1a-\uff20]+/giu;
const CLOSING: Record<string, string> = { ')': '(', ']': '[' };
/** After a host these make it look longer than it is. */
const GOES_ON = /^[\p{Cf}\\]/u;
const ONLY_HOST = /^https?:\/\/[^/?#]*$/i;

/**
 * The http and https addresses in a text. A link leads where a reader of it expects: the host must stand there
 * exactly as the browser will take it, so an address with a user name before the host, with letters of other
 * scripts or with an odd way to write a number in the host stays text.
 */
export function findLinks(text: string): Link[] {
  if (!text.includes('://')) return [];
  const links: Link[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
    if (ONLY_HOST.test(match[0]) && GOES_ON.test(after)) continue;
    const written = withoutPunctuation(match[0]);
    const href = hrefOf(written);
    if (href !== undefined) {
      links.push({ from: match.index, to: match.index + written.length, href });
    }
  }
  return links;
}

function hrefOf(written: string): string | undefined {
  if (written.length > MAX_ADDRESS_LENGTH || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  const authority = /^https?:\/\/([^/?#]*)/i.exec(written)?.[1]?.toLowerCase() ?? '';
  const isAsWritten = authority.replace(/:\d*$/, '') === url.hostname;
  return isAsWritten ? url.href : undefined;
}

/** What ends the sentence is not a part of the address, and neither is a bracket that began before it. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1] ?? '';
    const opening = CLOSING[last];
    if (opening !== undefined) {
      const rest = address.slice(0, end);
      if (count(rest, opening) >= count(rest, last)) break;
    } else if (!'.,;:!?*_~'.includes(last)) {
      break;
    }
    end -= 1;
  }
  return address.slice(0, end);
}

function count(text: string, char: string): number {
  return text.split(char).length - 1;
}
