import { config } from '@/lib/config';
import { bearerOf } from '@/lib/http/bearer';
import { BODY_LIMIT_BYTES, RUN_BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { type Client, clientOf } from '@/lib/http/client';
import { etagOf, hasAlready } from '@/lib/http/etag';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitMisses, limitSnippets } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { RECEIPT_FIELDS, receiptWanted } from '@/lib/http/snippet-receipt';
import { forgetPictures } from '@/lib/pictures';
import { snippets } from '@/lib/snippets';
import type {
  RevisionCreated,
  Snippet,
  SnippetHeadResponse,
  SnippetResponse,
} from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { publicSnippet } from '@/lib/snippets/public-snippet';
import {
  CONTENT_FIELDS,
  checkContent,
  checkExpiresAtMs,
  checkRevision,
  checkTitle,
  checkVisibility,
} from '@/lib/snippets/snippet-request';
import { isGone } from '@/lib/snippets/store';

export const dynamic = 'force-dynamic';

interface Params {
  id: string;
}

/** Rises when the form of an answer changes, so that no client takes an old one for it. */
const FORM = 2;
/** It may be kept, and is asked for each time: what has been deleted is never shown from a cache. */
const HEADERS = {
  'Cache-Control': 'no-cache',
  'X-Robots-Tag': 'noindex',
  Vary: 'Authorization',
};

export const GET = route<Params>(async (request, { params: { id } }) => {
  const wanted = checkRevision(new URL(request.url).searchParams.get('revision'));
  const store = await snippets();
  if (request.headers.has('authorization')) {
    await store.requireSecret(id, bearerOf(request));
    return Response.json(answerOf(await store.read(id, wanted), wanted));
  }
  const found = await store.find(id);
  if (found === undefined) await limitMisses(clientOf(request).address);
  else if (!isGone(found)) {
    const etag = etagOf(FORM, found.version, wanted ?? found.latestRevision);
    if (hasAlready(request, etag)) {
      return new Response(null, { status: 304, headers: { ...HEADERS, ETag: etag } });
    }
  }
  const snippet = await store.read(id, wanted);
  const etag = etagOf(FORM, snippet.version, snippet.revision);
  const answer = answerOf(publicSnippet(snippet), wanted);
  return Response.json(answer, { headers: { ...HEADERS, ETag: etag } });
});

function answerOf(snippet: Snippet, wanted: number | undefined): SnippetResponse {
  return { ...snippet, url: urlOf(snippet.id, wanted, snippet.kind) };
}

export const PUT = route<Params>(async (request, { params: { id }, requestId }) => {
  const { client, secret } = await writer(request);
  const fields = [...CONTENT_FIELDS, ...RECEIPT_FIELDS];
  const body = await readObject(request, RUN_BODY_LIMIT_BYTES, fields);
  const content = checkContent(body, config().maxTimeoutS);
  const wish = receiptWanted(body);
  const store = await snippets();
  await store.requireSecret(id, secret);
  const { receipt, answer: recorded } = await wish.get(content, client, request, requestId);
  const revision = await store.addRevision(id, secret, content, receipt);
  const answer: RevisionCreated = {
    id,
    revision,
    url: urlOf(id, revision, content.kind),
    ...recorded,
  };
  return Response.json(answer, { status: 201 });
});

export const PATCH = route<Params>(async (request, { params: { id } }) => {
  const { secret } = await writer(request);
  const { title, visibility, expiresAtMs } = await readObject(request, BODY_LIMIT_BYTES, [
    'title',
    'visibility',
    'expiresAtMs',
  ]);
  const store = await snippets();
  const head = await store.change(id, secret, {
    title: title === undefined ? undefined : checkTitle(title),
    visibility: visibility === undefined ? undefined : checkVisibility(visibility),
    expiresAtMs: expiresAtMs === undefined ? undefined : (checkExpiresAtMs(expiresAtMs) ?? null),
  });
  const answer: SnippetHeadResponse = { ...head, url: urlOf(id, undefined, head.kind) };
  return Response.json(answer);
});

export const DELETE = route<Params>(async (request, { params: { id } }) => {
  const { secret } = await writer(request);
  const store = await snippets();
  await store.delete(id, secret);
  forgetPictures(id);
  return new Response(null, { status: 204 });
});

/** Who wants to change something, and the secret that allows it, which is not checked yet. */
async function writer(request: Request): Promise<{ client: Client; secret: string }> {
  requireSameOrigin(request);
  const client = clientOf(request);
  await limitSnippets(client);
  return { client, secret: bearerOf(request) };
}

export const { POST, OPTIONS } = otherMethods('GET', 'PUT', 'PATCH', 'DELETE');
