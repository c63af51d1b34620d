import { collectRun } from '@/lib/agentbay/collect';
import {
  checkCode,
  checkContext,
  checkFiles,
  checkLanguage,
  checkSandbox,
  checkStdin,
  checkTimeoutS,
  type SandboxWish,
} from '@/lib/agentbay/run-request';
import { config } from '@/lib/config';
import type { Asked } from '@/lib/http/asked';
import { RUN_BODY_LIMIT_BYTES, readObject } from '@/lib/http/body';
import { type PageClient, pageClientOf } from '@/lib/http/client';
import { EVENT_STREAM_HEADERS, eventStream } from '@/lib/http/event-stream';
import { requireSameOrigin } from '@/lib/http/origin';
import { reportProblem } from '@/lib/http/problem';
import { limitRuns } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import type { ServerRun } from '@/lib/sessions/server-run';
import { newRun } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

const FIELDS = ['code', 'language', 'timeoutS', 'stdin', 'context', 'files', 'sandbox'] as const;

export const POST = route(async (request: Asked, { requestId }) => {
  requireSameOrigin(request);
  const client = pageClientOf(request);
  await limitRuns(client.key);
  const body = await readObject(request, RUN_BODY_LIMIT_BYTES, FIELDS);
  const wantsEvents = request.headers.get('accept')?.includes('text/event-stream') ?? false;
  const run = newRun({
    requestId,
    ...placeOf(client, checkSandbox(body.sandbox)),
    client: client.key,
    address: client.address,
    code: checkCode(body.code),
    language: checkLanguage(body.language),
    timeoutS: checkTimeoutS(body.timeoutS, config().maxTimeoutS),
    // Who does not follow the run cannot answer it, so its input ends at once.
    stdin: checkStdin(body.stdin) ?? (wantsEvents ? undefined : ''),
    context: checkContext(body.context),
    files: checkFiles(body.files),
  });
  if (request.signal.aborted) run.stop();
  else request.signal.addEventListener('abort', () => run.stop(), { once: true });
  return wantsEvents ? streamed(run, requestId) : Response.json(await collectRun(run.events()));
});

/** Whose sandbox it is to have. A key has none but those of its pages. */
function placeOf({ sessionId, hasKey, address }: PageClient, wish: SandboxWish) {
  const page = typeof wish === 'object' ? wish.page : undefined;
  if (wish === 'own' || (hasKey && page === undefined)) return { sessionId: undefined };
  return { sessionId, page, ...(hasKey ? { owner: { address } } : {}) };
}

/** What goes wrong before the first event still has an HTTP status of its own. */
async function streamed(run: ServerRun, requestId: string): Promise<Response> {
  const events = run.events();
  const first = await events.next();
  if (first.done) throw new Error('The run has no events.');
  const body = eventStream(first.value, events, {
    toProblem: (error) => reportProblem(error, requestId),
    onGone: () => run.stop(),
  });
  return new Response(body, { headers: EVENT_STREAM_HEADERS });
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
