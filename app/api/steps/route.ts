import {
  checkCode,
  checkFiles,
  checkLanguage,
  checkStdin,
  checkTimeoutS,
} from '@/lib/agentbay/run-request';
import { config } from '@/lib/config';
import { RUN_BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { limitRuns } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { recordSteps } from '@/lib/sessions/steps';
import { checkStepLanguage } from '@/lib/steps/check';

export const dynamic = 'force-dynamic';

const FIELDS = ['code', 'language', 'timeoutS', 'stdin', 'files'] as const;

export const POST = route(async (request, { requestId }) => {
  requireSameOrigin(request);
  const client = clientOf(request);
  await limitRuns(client.key);
  const body = await readObject(request, RUN_BODY_LIMIT_BYTES, FIELDS);
  const trace = await recordSteps(
    {
      requestId,
      client: client.key,
      address: client.address,
      code: checkCode(body.code),
      language: checkStepLanguage(checkLanguage(body.language)),
      timeoutS: checkTimeoutS(body.timeoutS, config().maxTimeoutS),
      // Nobody answers while it is recorded.
      stdin: checkStdin(body.stdin) ?? '',
      files: checkFiles(body.files),
    },
    request.signal,
  );
  return Response.json(trace);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
