import type { Problem } from '../agentbay/contract';
import { problemSchema } from './schemas';

/** A request that failed for a reason that is ours, or the network's. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.title}: ${problem.detail}`, options);
    this.problem = problem;
  }
}

/** A problem that the browser itself found; it has no request id. */
export function localProblem(code: string, title: string, detail: string): Problem {
  return { type: 'about:blank', title, status: 0, detail, code, requestId: '' };
}

export const OFFLINE = localProblem(
  'offline',
  'The server cannot be reached',
  'The request did not get through to the server, or its answer did not get back.',
);

export const CONNECTION_LOST = localProblem(
  'connection_lost',
  'The connection was lost while the program ran',
  'The server stops a program that nobody watches. What it had printed until then is shown above.',
);

const UNREADABLE = localProblem(
  'unreadable_answer',
  'The server gave an answer that this page does not understand',
  'The page may be older than the server.',
);

/** The problem an error stands for; whatever is not one of ours counts as an unreadable answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return error instanceof TypeError ? OFFLINE : UNREADABLE;
}

/** The problem in the body of a failed response; one made from its status where it holds none. */
export async function problemOfResponse(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  return {
    ...localProblem('http_error', 'The server refused the request', 'It gave no reason.'),
    status: response.status,
    detail: `It answered with status ${response.status} and no reason.`,
  };
}

/** What the reader can do about it, in a sentence. */
export function adviceFor(problem: Problem): string {
  const { code, retryAfterS } = problem;
  if (code === 'offline') return 'Check your connection, then run again. Your program is kept.';
  if (code === 'connection_lost') return 'Check your connection, then run again.';
  if (code === 'unreadable_answer') return 'Reload the page. Your program is kept.';
  if (code === 'busy') {
    return retryAfterS
      ? `Wait ${retryAfterS === 1 ? '1 second' : `${retryAfterS} seconds`}, then run again.`
      : 'Wait a moment, then run again.';
  }
  if (code === 'too_large') return 'Make the program smaller, then run again.';
  if (code === 'forbidden') return 'Reload the page, then run again. Your program is kept.';
  if (code === 'conflict') return 'Wait for the other program to end, or stop it.';
  if (code === 'engine_unavailable') return 'Try again in a moment. Your program is kept.';
  return 'Run again. If it keeps happening, pass on the reference below.';
}
