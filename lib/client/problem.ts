import type { Problem } from '../agentbay/contract';
import type { Messages } from '../messages/messages';
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

/** A problem that the browser itself found; `wordsOfProblem` says it. It has no request id. */
export function localProblem(code: keyof Messages['errors']['problems'], status = 0): Problem {
  return { type: 'about:blank', title: code, status, detail: '', code, requestId: '' };
}

export const OFFLINE = localProblem('offline');
export const CONNECTION_LOST = localProblem('connection_lost');
const UNREADABLE = localProblem('unreadable_answer');

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
  return localProblem('http_error', response.status);
}
