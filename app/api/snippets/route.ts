import { config } from '@/lib/config';
import { RUN_BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitSnippets } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { RECEIPT_FIELDS, receiptWanted } from '@/lib/http/snippet-receipt';
import { snippets } from '@/lib/snippets';
import type { SnippetCreated } from '@/lib/snippets/contract';
import { editUrlOf, urlOf } from '@/lib/snippets/links';
import {
  CONTENT_FIELDS,
  checkContent,
  checkExpiresAtMs,
  checkParent,
  checkTitle,
  checkVisibility,
} from '@/lib/snippets/snippet-request';

export const dynamic = 'force-dynamic';

const FIELDS = [
  ...CONTENT_FIELDS,
  ...RECEIPT_FIELDS,
  'title',
  'visibility',
  'expiresAtMs',
  'parent',
] as const;

export const POST = route(async (request, { requestId }) => {
  requireSameOrigin(request);
  const client = clientOf(request);
  await limitSnippets(client);
  const body = await readObject(request, RUN_BODY_LIMIT_BYTES, FIELDS);
  const content = checkContent(body, config().maxTimeoutS);
  const draft = {
    content,
    title: checkTitle(body.title),
    visibility: checkVisibility(body.visibility),
    expiresAtMs: checkExpiresAtMs(body.expiresAtMs),
    parent: checkParent(body.parent),
  };
  const store = await snippets();
  const { receipt, answer: recorded } = await receiptWanted(body).get(
    content,
    client,
    request,
    requestId,
  );
  const { secret, ...name } = await store.create({ ...draft, receipt });
  const answer: SnippetCreated = {
    ...name,
    url: urlOf(name.id, undefined, content.kind),
    secret,
    editUrl: editUrlOf(name.id, secret, content.kind),
    ...recorded,
  };
  return Response.json(answer, { status: 201, headers: { Location: `/api/snippets/${name.id}` } });
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
