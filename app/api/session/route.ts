import type { SessionResponse } from '@/lib/agentbay/contract';
import { checkSandbox } from '@/lib/agentbay/run-request';
import { config } from '@/lib/config';
import { type PageClient, pageClientOf } from '@/lib/http/client';
import { isSameOrigin, requireSameOrigin } from '@/lib/http/origin';
import { mayHaveSession } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { newSessionId, sessionCookie } from '@/lib/sessions/cookie';
import { pageSandbox } from '@/lib/sessions/page-sandbox';
import { services } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

export const GET = route(async (request) => {
  const client = pageClientOf(request);
  const { engine, sessions } = services();
  const sandbox = sandboxOf(request, client);
  const answer: SessionResponse = {
    engine: engine().name,
    state: sandbox === undefined ? 'none' : sessions.state(sandbox),
    idleTimeoutS: config().sessionIdleS,
  };
  const response = Response.json(answer);
  // Who shows a key does without a cookie. Another site's page gets none for its visitor, nor may it use them up.
  const mayHave = client.sessionId === undefined && isSameOrigin(request);
  if (mayHave && (await mayHaveSession(client.address))) {
    const isSecure = request.headers.get('x-forwarded-proto')?.startsWith('https') ?? false;
    response.headers.set('Set-Cookie', sessionCookie(newSessionId(), isSecure));
  }
  return response;
});

export const DELETE = route(async (request) => {
  requireSameOrigin(request);
  const sandbox = sandboxOf(request, pageClientOf(request));
  if (sandbox !== undefined) await services().sessions.discard(sandbox);
  return new Response(null, { status: 204 });
});

/** The session's own, or with `?sandbox=page:…` one that a page has for itself. A key has only such. */
function sandboxOf(request: Request, { sessionId, hasKey }: PageClient): string | undefined {
  const wish = checkSandbox(new URL(request.url).searchParams.get('sandbox') ?? undefined);
  const page = typeof wish === 'object' ? wish.page : undefined;
  return hasKey && page === undefined ? undefined : pageSandbox(sessionId, page);
}

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
