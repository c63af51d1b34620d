import { documentFrame } from '@/app/embed/document-frame';
import { embedResponse } from '@/app/embed/parts';
import { textsOfRequest } from '@/app/texts';
import { MAX_GUESS } from '@/components/embed/guess-view';
import { messageDocument } from '@/components/embed/message-document';
import { snippetDocument } from '@/components/embed/snippet-document';
import { config } from '@/lib/config';
import { isAppError } from '@/lib/errors';
import { statusOf } from '@/lib/http/problem';
import { otherMethods, route } from '@/lib/http/route';
import { visitRevision } from '@/lib/http/snippet-visit';
import { parseEmbedOptions } from '@/lib/share/embed-code';
import { snippets } from '@/lib/snippets';

export const dynamic = 'force-dynamic';

/** A page that could not be made now may be possible soon. */
const RETRY_AFTER_S = 5;

/** A shared program or document for other people's pages. Options in the query: lib/share/embed-code.ts. */
export const GET = route<{ id: string }>(async (request, { params: { id } }) => {
  const { searchParams } = new URL(request.url);
  const options = parseEmbedOptions(searchParams);
  const texts = await textsOfRequest();
  const { revision, theme } = options;
  const visit = await visitRevision(request, { id, revision, locale: texts.locale, form: 'embed' });
  const missing = (status: number, retryAfterS?: number) =>
    embedResponse((parts) => messageDocument({ status, retryAfterS, theme, texts }, parts), {
      status,
      headers: {
        'Cache-Control': 'no-store',
        ...(retryAfterS === undefined ? {} : { 'Retry-After': String(retryAfterS) }),
      },
    });
  if (!('etag' in visit)) {
    return missing(visit.status, 'retryAfterS' in visit ? visit.retryAfterS : undefined);
  }
  const headers = { 'Cache-Control': 'private, no-cache', ETag: visit.etag };
  if (visit.status === 304) {
    // The kept document goes on with the policy that came with it.
    const kept = { ...headers, Vary: 'Cookie, Accept-Language' };
    return new Response(null, { status: 304, headers: kept });
  }
  try {
    const found = await (await snippets()).read(id, revision);
    if (found.kind === 'demo') {
      return (
        (await documentFrame(request, found, options, visit.etag)) ?? missing(503, RETRY_AFTER_S)
      );
    }
    // The server may take less time by now than when it was shared.
    const snippet = { ...found, timeoutS: Math.min(found.timeoutS, config().maxTimeoutS) };
    const guess = searchParams.get('guess')?.slice(0, MAX_GUESS);
    const embed = { snippet, options, texts, ...(guess ? { guess } : {}) };
    return embedResponse((parts) => snippetDocument(embed, parts), { headers });
  } catch (error) {
    // It went between the two looks.
    if (isAppError(error)) return missing(statusOf(error));
    throw error;
  }
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
