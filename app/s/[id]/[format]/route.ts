import { textsOfRequest } from '@/app/texts';
import { clientOf } from '@/lib/http/client';
import { etagOf, hasAlready } from '@/lib/http/etag';
import { publicAddressOf } from '@/lib/http/public-address';
import { limitMisses } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { snippetFile } from '@/lib/http/snippet-file';
import { snippetPicture } from '@/lib/http/snippet-picture';
import { snippets } from '@/lib/snippets';
import { urlOf } from '@/lib/snippets/links';
import { checkRevision } from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';

export const dynamic = 'force-dynamic';

interface Params {
  id: string;
  format: string;
}

/** Rises when the form of the files changes. */
const FORM = 1;
const HEADERS = {
  'Cache-Control': 'private, no-cache',
  // Whatever a program holds, a browser that shows it runs nothing of it.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Robots-Tag': 'noindex',
  Vary: 'Cookie, Accept-Language',
};

/** A shared program as a file: `/s/{id}.txt`, `.md`, `.json`, `.zip`, `.py`, `.js`, `.ts`, `.ipynb`, `.png`. */
export const GET = route<Params>(async (request, { params: { id, format } }) => {
  if (format === 'png') return snippetPicture(request, id, await textsOfRequest());
  const { searchParams } = new URL(request.url);
  const wanted = checkRevision(searchParams.get('revision'));
  const store = await snippets();
  const texts = await textsOfRequest();
  const found = await store.find(id);
  const tagOf = (version: number, revision: number) =>
    etagOf(FORM, format.replace(/\W/g, ''), texts.locale, version, revision);
  if (found === undefined) await limitMisses(clientOf(request).address);
  else if (!isGone(found)) {
    const etag = tagOf(found.version, wanted ?? found.latestRevision);
    if (hasAlready(request, etag)) {
      return new Response(null, { status: 304, headers: { ...HEADERS, ETag: etag } });
    }
  }
  const snippet = await store.read(id, wanted);
  if (snippet.kind === 'demo') return seeDemo(id, format, request);
  const address = publicAddressOf(request) + urlOf(id, wanted);
  const { body, headers } = snippetFile(snippet, format, address, texts);
  const etag = tagOf(snippet.version, snippet.revision);
  return new Response(body, { headers: { ...HEADERS, ...headers, ETag: etag } });
});

/** Its files are where its page is. */
function seeDemo(id: string, format: string, request: Request): Response {
  const { search } = new URL(request.url);
  const Location = `/d/${id}.${encodeURIComponent(format)}${search}`;
  return new Response(null, { status: 307, headers: { ...HEADERS, Location } });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
