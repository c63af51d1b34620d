import { embedResponse, SCRIPT_NAME } from '@/app/embed/parts';
import { textsOfRequest } from '@/app/texts';
import { codeDocument } from '@/components/embed/code-document';
import { config } from '@/lib/config';
import { etagOf, hasAlready } from '@/lib/http/etag';
import { otherMethods, route } from '@/lib/http/route';
import { buildName } from '@/lib/http/snippet-visit';

export const dynamic = 'force-dynamic';

/** Who reads an example does not wait longer. */
const TIMEOUT_S = 30;

/** The frame for code of the page around it (`/embed.js`), which comes by message and is kept nowhere. */
export const GET = route(async (request) => {
  const texts = await textsOfRequest();
  const etag = etagOf(buildName(), texts.locale, SCRIPT_NAME);
  const headers = { 'Cache-Control': 'private, no-cache', ETag: etag };
  if (hasAlready(request, etag)) {
    const kept = { ...headers, Vary: 'Cookie, Accept-Language' };
    return new Response(null, { status: 304, headers: kept });
  }
  const timeoutS = Math.min(TIMEOUT_S, config().maxTimeoutS);
  return embedResponse((parts) => codeDocument(texts, timeoutS, parts), { headers });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
