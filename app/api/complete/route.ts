import { checkCode, checkCursor, checkLanguage } from '@/lib/agentbay/run-request';
import { BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitChecks } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { completeProgram } from '@/lib/sessions/questions';

export const dynamic = 'force-dynamic';

export const POST = route(async (request) => {
  requireSameOrigin(request);
  const client = clientOf(request);
  await limitChecks(client.key);
  const body = await readObject(request, BODY_LIMIT_BYTES, ['code', 'cursor', 'language']);
  const code = checkCode(body.code);
  const completion = await completeProgram({
    code,
    cursor: checkCursor(body.cursor, code),
    language: checkLanguage(body.language),
    sessionId: client.sessionId,
    client: client.key,
    address: client.address,
  });
  return Response.json(completion);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
