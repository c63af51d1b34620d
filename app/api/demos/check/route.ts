import { ANSWER_FIELDS, checkAnswer } from '@/lib/checking/answer';
import { checkActivity } from '@/lib/checking/check-activity';
import { RUN_BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitChecks, limitRuns } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const POST = route(async (request) => {
  requireSameOrigin(request);
  const { key, address } = clientOf(request);
  await limitChecks(key);
  const answer = checkAnswer(await readObject(request, RUN_BODY_LIMIT_BYTES, ANSWER_FIELDS));
  // Only a program takes a sandbox.
  if (answer.code !== undefined) await limitRuns(key);
  return Response.json(
    await checkActivity(answer, { client: key, address, signal: request.signal }),
  );
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
