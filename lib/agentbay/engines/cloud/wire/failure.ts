/** What went wrong between us and AgentBay: one kind each, in words that name AgentBay and its request id. */
import 'server-only';
import { AppError, type ErrorCode } from '@/lib/errors';

/**
 * `unreachable`, `paused`, `throttled`: nothing was done there. `session_gone`: nothing either, for want
 * of the session. `lost`, `timed_out`, `server`, `broken`: nobody knows what was done. `aborted`: we no
 * longer wanted it. `unauthorized`: the key is not accepted. `refused`: any other "no".
 */
export type FailureKind =
  | 'unreachable'
  | 'paused'
  | 'throttled'
  | 'session_gone'
  | 'lost'
  | 'timed_out'
  | 'server'
  | 'broken'
  | 'aborted'
  | 'unauthorized'
  | 'refused';

const CODES: Record<FailureKind, ErrorCode> = {
  unreachable: 'engine_unavailable',
  paused: 'engine_unavailable',
  throttled: 'engine_unavailable',
  unauthorized: 'engine_unavailable',
  session_gone: 'engine_failed',
  lost: 'engine_failed',
  timed_out: 'engine_failed',
  server: 'engine_failed',
  broken: 'engine_failed',
  aborted: 'engine_failed',
  refused: 'engine_failed',
};

/** Nothing went out that AgentBay could have named. */
const NOT_SENT: ReadonlySet<FailureKind> = new Set(['unreachable', 'paused']);

interface FailureFacts {
  /** AgentBay's own id of the request, where an answer had one. */
  requestId?: string | undefined;
  retryAfterS?: number | undefined;
  cause?: unknown;
}

export class AgentBayFailure extends AppError {
  readonly kind: FailureKind;
  readonly agentBayRequestId: string | undefined;

  /** `what` goes on from "AgentBay", without a full stop: "did not answer". */
  constructor(kind: FailureKind, what: string, facts: FailureFacts = {}) {
    const { requestId, retryAfterS = kind === 'unreachable' ? 5 : undefined, cause } = facts;
    const none = NOT_SENT.has(kind) ? '' : ' (it sent no request id)';
    const id = requestId === undefined ? none : ` (request id ${requestId})`;
    const options = { cause, ...(retryAfterS === undefined ? {} : { retryAfterS }) };
    super(CODES[kind], `AgentBay ${what}${id}.`, options);
    this.kind = kind;
    this.agentBayRequestId = requestId;
  }
}

/** The failure's kind; undefined where it is something else. */
export function kindOf(error: unknown): FailureKind | undefined {
  return error instanceof AgentBayFailure ? error.kind : undefined;
}

/** Of somebody else's words: one line, without control characters, of a bearable length. */
export function quoted(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 300)}...` : line;
}
