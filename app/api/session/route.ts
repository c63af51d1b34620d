import type { SessionResponse } from '@/lib/agentbay/contract';
import { checkSandbox } from '@/lib/agentbay/run-request';
import { config } from '@/lib/config';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { mayHaveSession } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { newSessionId, sessionCookie } from '@/lib/sessions/cookie';
import { pageSandbox } from '@/lib/sessions/page-sandbox';
import { services } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

export const GET = route(async (request) => {
  const { sessionId, address } = clientOf(request);
  const { engine, sessions } = services();
  const sandbox = sandboxOf(request, sessionId);
  const answer: SessionResponse = {
    engine: engine().name,
    state: sandbox === undefined ? 'none' : sessions.state(sandbox),
    idleTimeoutS: config().sessionIdleS,
  };
  const response = Response.json(answer);
  if (sessionId === undefined && (await mayHaveSession(address))) {
    const isSecure = request.headers.get('x-forwarded-proto')?.startsWith('https') ?? false;
    response.headers.set('Set-Cookie', sessionCookie(newSessionId(), isSecure));
  }
  return response;
});

export const DELETE = route(async (request) => {
  requireSameOrigin(request);
  const { sessionId } = clientOf(request);
  const sandbox = sandboxOf(request, sessionId);
  if (sandbox !== undefined) await services().sessions.discard(sandbox);
  return new Response(null, { status: 204 });
});

/** The session's own, or with `?sandbox=page:…` one that a page has for itself. */
function sandboxOf(request: Request, sessionId: string | undefined): string | undefined {
  const wish = checkSandbox(new URL(request.url).searchParams.get('sandbox') ?? undefined);
  return pageSandbox(sessionId, typeof wish === 'object' ? wish.page : undefined);
}

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
