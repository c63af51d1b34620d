/** The AgentBay gateway in HTTP: a form comes in, JSON goes out. */
import 'server-only';
import type { GatewayAnswer } from '@/lib/agentbay/gateway/answer';
import type { Gateway } from '@/lib/agentbay/gateway/gateway';
import { GATEWAY_BODY_LIMIT_BYTES, readForm } from './body';
import { clientOf } from './client';
import { requireSameOrigin } from './origin';
import { limitWrongKeys } from './rate-limit';

/**
 * Cookies count for nothing here, so a page of another site has nothing to borrow from its visitor; it
 * is turned away all the same, since no page has a use for the gateway.
 */
export async function answerGateway(
  gateway: Gateway,
  request: Request,
  requestId: string,
): Promise<Response> {
  const cameAtMs = performance.now();
  const action = request.headers.get('x-acs-action');
  let answer: GatewayAnswer;
  try {
    requireSameOrigin(request);
    answer = await gateway.answer({
      requestId,
      action,
      query: new URL(request.url).searchParams,
      form: await readForm(request, GATEWAY_BODY_LIMIT_BYTES),
      signal: request.signal,
      cameAtMs,
    });
    if (answer.body.Code === 'InvalidApiKey') await limitWrongKeys(clientOf(request).address);
  } catch (error) {
    answer = gateway.refuse(error, requestId, action);
  }
  const response = Response.json(answer.body, { status: answer.status });
  if (answer.retryAfterS !== undefined) {
    response.headers.set('Retry-After', String(answer.retryAfterS));
  }
  return response;
}
