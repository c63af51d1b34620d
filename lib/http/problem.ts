/** Turns any error into the one shape in which a client learns of it: application/problem+json (RFC 9457). */
import 'server-only';
import type { Problem } from '@/lib/agentbay/contract';
import { type AppError, ERROR_CODES, isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { countLimit, measures } from '@/lib/metrics/measures';

/** The HTTP status that stands for it. */
export function statusOf({ code }: AppError): number {
  return ERROR_CODES[code].status;
}

/** An error of ours speaks for itself; any other says only that it happened, and the log has the rest. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = isAppError(error) ? error : undefined;
  const code = known?.code ?? 'internal';
  const { status, title } = ERROR_CODES[code];
  const detail =
    known?.message ??
    `An internal error. The server's log has it under the request id ${requestId}.`;
  const problem: Problem = { type: `/problems/${code}`, title, status, detail, code, requestId };
  if (known?.field !== undefined) problem.field = known.field;
  if (known?.retryAfterS !== undefined) problem.retryAfterS = Math.ceil(known.retryAfterS);
  return problem;
}

/** `toProblem`, and a line in the log. A client's own mistakes may quote its program, so they are not kept in words. */
export function reportProblem(error: unknown, requestId: string): Problem {
  const problem = toProblem(error, requestId);
  if (problem.code === 'store_full' || problem.code === 'rooms_full') countLimit(problem.code);
  if (problem.code === 'store_unavailable') measures().storeErrors.add();
  const facts = { requestId, code: problem.code, field: problem.field };
  const isOurs = problem.status >= 500 && problem.code !== 'not_implemented';
  if (isOurs) log().error({ ...facts, err: error }, 'request failed');
  else log().debug(facts, 'request refused');
  return problem;
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  const all = new Headers(headers);
  all.set('Content-Type', 'application/problem+json');
  if (problem.status === 401) all.set('WWW-Authenticate', 'Bearer');
  if (problem.retryAfterS !== undefined) all.set('Retry-After', String(problem.retryAfterS));
  return new Response(JSON.stringify(problem), { status: problem.status, headers: all });
}
