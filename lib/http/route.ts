/** What every API route has in common: a request id, the headers of each answer, errors as problems, 405 for other methods. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import type { Asked } from './asked';
import { problemResponse, reportProblem } from './problem';

interface Context<Params> {
  requestId: string;
  params: Params;
}

type Answer<Params, R> = (request: R, context: Context<Params>) => Promise<Response>;
type Handler<Params, R> = (request: R, context: { params: Promise<Params> }) => Promise<Response>;

/** The server script sets it, over whatever the client sent, and puts the id into the answer itself. */
export const REQUEST_ID_HEADER = 'x-runbay-request-id';

/** A route handler that gives `answer`'s response, or the problem it throws. */
export function route<Params = unknown, R extends Asked = Request>(
  answer: Answer<Params, R>,
): Handler<Params, R> {
  return async (request, { params }) => {
    const given = request.headers.get(REQUEST_ID_HEADER);
    const requestId = given ?? randomUUID();
    let response: Response;
    try {
      response = await answer(request, { requestId, params: await params });
    } catch (error) {
      response = problemResponse(reportProblem(error, requestId));
    }
    const { headers } = response;
    if (given === null) headers.set('X-Request-Id', requestId);
    headers.set('X-Content-Type-Options', 'nosniff');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    return response;
  };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
type Method = (typeof METHODS)[number];

/** Handlers for the methods that a route does not have; Next's own 405 has no body. HEAD follows GET. */
export function otherMethods(
  ...allowed: Method[]
): Record<Method | 'OPTIONS', Handler<unknown, Request>> {
  const names = allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  const allow = [...names, 'OPTIONS'].join(', ');
  const refuse = route<unknown>(async ({ method }, { requestId }) => {
    const error = new AppError(
      'method_not_allowed',
      `${method} is not possible here, only ${names.join(' and ')}.`,
    );
    return problemResponse(reportProblem(error, requestId), { Allow: allow });
  });
  const OPTIONS = route<unknown>(
    async () => new Response(null, { status: 204, headers: { Allow: allow } }),
  );
  return { GET: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS };
}
