/** `/s/{id}.png`: what a shared program looks like from outside. */
import 'server-only';
import type { Texts } from '@/lib/messages/messages';
import { forgetPictures, hasPicture, PICTURE_FORM, pictureOf } from '@/lib/pictures';
import { snippets } from '@/lib/snippets';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';
import { clientOf } from './client';
import { etagOf, hasAlready } from './etag';
import { limitMisses, limitPictures } from './rate-limit';

const HEADERS = {
  'Cache-Control': 'private, no-cache',
  'Content-Type': 'image/png',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  // Other sites show it.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  Vary: 'Cookie, Accept-Language',
};

/** The picture of `?revision=n` or of the newest one; with `?output=hidden` it gives nothing away. */
export async function snippetPicture(
  request: Request,
  id: string,
  texts: Texts,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const wanted = checkRevision(searchParams.get('revision'));
  const wish = { hidesOutput: searchParams.get('output') === 'hidden' };
  const tagOf = (version: number, revision: number) =>
    etagOf(
      `png${PICTURE_FORM}`,
      texts.locale,
      version,
      revision,
      wish.hidesOutput ? 'code' : 'all',
    );
  const store = await snippets();
  const found = await store.find(id);
  if (found === undefined) await limitMisses(clientOf(request).address);
  if (found !== undefined && isGone(found)) forgetPictures(id);
  else if (found !== undefined) {
    const etag = tagOf(found.version, wanted ?? found.latestRevision);
    if (hasAlready(request, etag)) {
      return new Response(null, { status: 304, headers: { ...HEADERS, ETag: etag } });
    }
  }
  const snippet = await store.read(id, wanted);
  if (!hasPicture(snippet, wish, texts)) await limitPictures(clientOf(request).address);
  const png = await pictureOf(snippet, wish, texts);
  const headers = new Headers({ ...HEADERS, ETag: tagOf(snippet.version, snippet.revision) });
  if (snippet.visibility !== 'listed') headers.set('X-Robots-Tag', 'noindex');
  return new Response(png as Uint8Array<ArrayBuffer>, { headers });
}
