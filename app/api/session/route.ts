import type { SessionResponse } from '@/lib/agentbay/contract';
import { config } from '@/lib/config';
import { clientOf } from '@/lib/http/client';
import { requireSameOrigin } from '@/lib/http/origin';
import { mayHaveSession } from '@/lib/http/rate-limit';
import { otherMethods, route } from '@/lib/http/route';
import { newSessionId, sessionCookie } from '@/lib/sessions/cookie';
import { services } from '@/lib/sessions/services';

export const dynamic = 'force-dynamic';

export const GET = route(async (request) => {
  const { sessionId, address } = clientOf(request);
  const { engine, sessions } = services();
  const answer: SessionResponse = {
    engine: engine().name,
    state: sessionId === undefined ? 'none' : sessions.state(sessionId),
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
  if (sessionId !== undefined) await services().sessions.discard(sessionId);
  return new Response(null, { status: 204 });
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
