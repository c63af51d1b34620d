/** The addresses of a snippet, as paths of this server. */
import type { SnippetKind } from './contract';

const PAGES = { program: '/s', demo: '/d' } as const;

/** The public link, to the newest revision; a number names one that stays. */
export function urlOf(id: string, revision?: number, kind: SnippetKind = 'program'): string {
  const page = `${PAGES[kind]}/${id}`;
  return revision === undefined ? page : `${page}?revision=${revision}`;
}

/** The author's link. Browsers keep a fragment to themselves, so the secret stands in no log and no Referer. */
export function editUrlOf(id: string, secret: string, kind: SnippetKind = 'program'): string {
  return `${PAGES[kind]}/${id}#edit=${secret}`;
}
