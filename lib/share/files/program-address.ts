/** An address of the web under which a program is, as somebody typed or linked it. */
import { Refusal } from './refusal';

/** Throws a Refusal. Pages that show a program lead to the program itself. */
export function programAddress(text: string): URL {
  let url: URL;
  try {
    const trimmed = text.trim();
    url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
  } catch {
    throw new Refusal('address');
  }
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  // A name and password in an address are often there to make its host look like another one.
  if (url.username !== '' || url.password !== '') throw new Refusal('address');
  // Browsers make an address of a sentence.
  if (url.hostname.includes('%')) throw new Refusal('address');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw new Refusal('address_scheme');
  }
  return rawOf(url);
}

function rawOf(url: URL): URL {
  if (url.hostname === 'github.com') {
    const [, owner, name, ref, path] =
      /^\/([^/]+)\/([^/]+)\/(?:blob|raw)\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    if (path) return new URL(`https://raw.githubusercontent.com/${owner}/${name}/${ref}/${path}`);
  }
  if (url.hostname === 'gist.github.com') {
    const [, owner, id] = /^\/([^/]+)\/([0-9a-f]+)\/?$/.exec(url.pathname) ?? [];
    if (id) return new URL(`https://gist.githubusercontent.com/${owner}/${id}/raw`);
  }
  return url;
}

/** What a file from there is called; `program` where the address names none. */
export function nameOfAddress({ pathname }: URL): string {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last).replaceAll('/', '_') || 'program';
  } catch {
    return last;
  }
}
