/** A shared program or demo in one of its forms: 200 or 304, with what every such answer has. */
import 'server-only';
import type { Texts } from '@/lib/messages/messages';
import { snippets } from '@/lib/snippets';
import type { Snippet } from '@/lib/snippets/contract';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';
import { clientOf } from './client';
import { etagOf, hasAlready } from './etag';
import { limitMisses } from './rate-limit';

/** Rises when the form of the files changes. */
const FORM = 2;
export const FORM_HEADERS = {
  'Cache-Control': 'private, no-cache',
  // Whatever a program holds, a browser that shows it runs nothing of it.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Robots-Tag': 'noindex',
  Vary: 'Cookie, Accept-Language',
};

interface Asked {
  id: string;
  format: string;
  texts: Texts;
}

/** `make` is given the snippet and the revision that was asked for, and throws where there is no such form. */
export async function snippetForm(
  request: Request,
  { id, format, texts }: Asked,
  make: (snippet: Snippet, wanted: number | undefined) => Response,
): Promise<Response> {
  const wanted = checkRevision(new URL(request.url).searchParams.get('revision'));
  const store = await snippets();
  const found = await store.find(id);
  const tagOf = (version: number, revision: number) =>
    etagOf(FORM, format.replace(/\W/g, ''), texts.locale, version, revision);
  if (found === undefined) await limitMisses(clientOf(request).address);
  else if (!isGone(found)) {
    const etag = tagOf(found.version, wanted ?? found.latestRevision);
    if (hasAlready(request, etag)) {
      return new Response(null, { status: 304, headers: { ...FORM_HEADERS, ETag: etag } });
    }
  }
  const snippet = await store.read(id, wanted);
  const response = make(snippet, wanted);
  for (const [name, value] of Object.entries(FORM_HEADERS)) response.headers.set(name, value);
  response.headers.set('ETag', tagOf(snippet.version, snippet.revision));
  return response;
}
