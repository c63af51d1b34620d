/** `/s/{id}.png`: what a shared program looks like from outside. */
import 'server-only';
import { asProgram } from '@/lib/demos/as-program';
import type { Texts } from '@/lib/messages/messages';
import { forgetPictures, knownPicture, PICTURE_FORM, pictureOf } from '@/lib/pictures';
import { snippets } from '@/lib/snippets';
import type { SnippetHead } from '@/lib/snippets/contract';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';
import { clientOf } from './client';
import { etagOf, hasAlready } from './etag';
import { limitMisses, limitPictures } from './rate-limit';

const HEADERS = {
  'Cache-Control': 'private, no-cache',
  'Content-Type': 'image/png',
  'Content-Security-Policy': "default-src 'none'; sandbox",
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
  const headersOf = ({ version, visibility }: SnippetHead, revision: number) => ({
    ...HEADERS,
    ETag: etagOf(`png${PICTURE_FORM}`, texts.locale, version, revision, Number(wish.hidesOutput)),
    ...(visibility === 'listed' ? {} : { 'X-Robots-Tag': 'noindex' }),
  });
  const store = await snippets();
  const found = await store.find(id);
  if (found === undefined) await limitMisses(clientOf(request).address);
  else if (isGone(found)) forgetPictures(id);
  else {
    const revision = wanted ?? found.latestRevision;
    const headers = headersOf(found, revision);
    if (hasAlready(request, headers.ETag)) return new Response(null, { status: 304, headers });
    const known = knownPicture({ id, version: found.version, revision }, wish, texts);
    if (known) return pngOf(await known, headers);
  }
  const snippet = asProgram(await store.read(id, wanted));
  await limitPictures(clientOf(request).address);
  return pngOf(await pictureOf(snippet, wish, texts), headersOf(snippet, snippet.revision));
}

function pngOf(png: Uint8Array, headers: Record<string, string>): Response {
  return new Response(png as Uint8Array<ArrayBuffer>, { headers });
}
