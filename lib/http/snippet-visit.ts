/** What a visitor of `/s/{id}` or `/d/{id}` gets, found out before the page is made: Next's pages cannot answer 304 or 410. */
import 'server-only';
import { existsSync, readFileSync } from 'node:fs';
import { isAppError } from '@/lib/errors';
import { findLocale, LOCALE_COOKIE, type Locale } from '@/lib/messages/locales';
import { snippets } from '@/lib/snippets';
import type { SnippetHead } from '@/lib/snippets/contract';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';
import { clientOf } from './client';
import { etagOf, hasAlready } from './etag';
import { reportProblem } from './problem';
import { limitMisses } from './rate-limit';

export type SnippetVisit =
  | { status: 200 | 304; etag: string }
  /** It has a page of its own. */
  | { status: 307; location: string }
  | { status: 404 | 410 }
  | { status: 429 | 503; retryAfterS: number };

/** Names the page that is made in place of the program's; the status alone does not reach it. */
export const VISIT_HEADER = 'x-runbay-visit';

// A page of an older build would ask for scripts that are gone.
let build: string | undefined;
/** Of the sources that are running, fit for an ETag. */
export function buildName(): string {
  build ??= existsSync('.next/BUILD_ID') ? readFileSync('.next/BUILD_ID', 'utf8').trim() : 'dev';
  return build.replace(/[^\w-]/g, '');
}

interface Visited {
  id: string;
  page?: 's' | 'd';
  /** Undefined: the newest; null: one that cannot be. */
  revision: number | null | undefined;
  locale: Locale;
  /** Which of the answers at that address it is. */
  form: string;
}

/**
 * `page`: `s` shows programs and sends demos to theirs, `d` shows both. `cookie`: the language that the
 * visitor has chosen.
 */
export async function visitSnippet(
  request: Request,
  { id, page }: { id: string; page: 's' | 'd' },
  cookies: { get(name: string): { value: string } | undefined },
): Promise<SnippetVisit> {
  const chosen = cookies.get(LOCALE_COOKIE)?.value;
  return visitRevision(request, {
    page,
    id,
    revision: revisionOf(request),
    locale: findLocale(chosen, request.headers.get('accept-language')),
    // What Next's own scripts fetch is not the page.
    form: request.headers.has('rsc') ? 'parts' : 'page',
  });
}

/** The same of one revision. Each visit that finds nothing counts for its address. */
export async function visitRevision(
  request: Request,
  { id, page, revision, locale, form }: Visited,
): Promise<SnippetVisit> {
  try {
    const found = await (await snippets()).find(id);
    if (found !== undefined && isGone(found)) return { status: 410 };
    if (found === undefined || revision === null || (revision ?? 1) > found.latestRevision) {
      await limitMisses(clientOf(request).address);
      return { status: 404 };
    }
    if (page === 's' && found.kind === 'demo') {
      return { status: 307, location: `/d/${id}${new URL(request.url).search}` };
    }
    const parts = [form, buildName(), locale, found.version, revision ?? 'newest'];
    const etag = etagOf(...parts, ...(await stateOfParent(found)));
    return { status: hasAlready(request, etag) ? 304 : 200, etag };
  } catch (error) {
    const { code, retryAfterS = 60 } = isAppError(error) ? error : {};
    if (code === 'busy') return { status: 429, retryAfterS: Math.ceil(retryAfterS) };
    reportProblem(error, form);
    return { status: 503, retryAfterS };
  }
}

/** Its page names what it was forked from, or says that this is gone. */
async function stateOfParent({ parent }: SnippetHead): Promise<(string | number)[]> {
  if (parent === undefined) return [];
  const found = await (await snippets()).find(parent.id);
  return [found === undefined || isGone(found) ? 'gone' : found.version];
}

/** Null where the address asks for a revision that cannot be. */
function revisionOf(request: Request): number | undefined | null {
  try {
    return checkRevision(new URL(request.url).searchParams.get('revision'));
  } catch {
    return null;
  }
}
