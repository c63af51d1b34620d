/** What the gateway does not do, in AgentBay's words: a code, a sentence, a status. */
import 'server-only';
import { type AppError, type ErrorCode, isAppError } from '@/lib/errors';

/**
 * `told` is the answer's HttpStatusCode, `status` the HTTP one. They differ where the cloud answers with
 * 200 and `Success: false`, which its SDK shows as `[Code] Message`. What another attempt, or another
 * machine, may cure has its status on the outside too.
 */
const REFUSALS = {
  'InvalidAction.NotFound': { told: 404, status: 404 },
  'InvalidMcpSession.NotFound': { told: 400, status: 400 },
  InvalidApiKey: { told: 401, status: 200 },
  InvalidParameter: { told: 400, status: 200 },
  'InvalidImage.NotFound': { told: 404, status: 200 },
  'InvalidMcpTool.NotFound': { told: 404, status: 200 },
  'QuotaExceeded.Session': { told: 403, status: 200 },
  Forbidden: { told: 403, status: 403 },
  RequestTooLarge: { told: 413, status: 413 },
  UnsupportedMediaType: { told: 415, status: 415 },
  'Throttling.User': { told: 429, status: 429 },
  InternalError: { told: 500, status: 500 },
  ServiceUnavailable: { told: 503, status: 503 },
} as const;

export type RefusalKind = keyof typeof REFUSALS;

interface Details {
  /** The parameter that is wrong; it becomes the end of the code. */
  field?: string;
  /** Seconds after which a repeat makes sense. */
  retryAfterS?: number;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly told: number;
  readonly status: number;
  readonly retryAfterS: number | undefined;

  constructor(kind: RefusalKind, message: string, { field, retryAfterS }: Details = {}) {
    super(message);
    this.code = field === undefined ? kind : `${kind}.${field}`;
    ({ told: this.told, status: this.status } = REFUSALS[kind]);
    this.retryAfterS = retryAfterS;
  }
}

const KINDS: Partial<Record<ErrorCode, RefusalKind>> = {
  bad_request: 'InvalidParameter',
  unknown_language: 'InvalidParameter',
  forbidden: 'Forbidden',
  too_large: 'RequestTooLarge',
  unsupported_media_type: 'UnsupportedMediaType',
  busy: 'Throttling.User',
  engine_failed: 'InternalError',
  engine_unavailable: 'ServiceUnavailable',
};

/** The refusal behind any error; one that is nobody's says only that it happened. */
export function refusalOf(error: unknown, requestId: string): Refusal {
  if (error instanceof Refusal) return error;
  const kind = isAppError(error) ? KINDS[error.code] : undefined;
  if (kind === undefined) {
    const message = `An internal error. The server's log has it under the request id ${requestId}.`;
    return new Refusal('InternalError', message);
  }
  const { message, field, retryAfterS } = error as AppError;
  return new Refusal(kind, message, {
    ...(field === undefined || kind !== 'InvalidParameter' ? {} : { field }),
    ...(retryAfterS === undefined ? {} : { retryAfterS }),
  });
}

/** `name: expected ..., got ...`, as every wrong parameter is told. */
export function wrongParameter(field: string, expected: string, got: string): Refusal {
  return new Refusal('InvalidParameter', `${field}: expected ${expected}, got ${got}.`, { field });
}

/** The same words for a session that never was, one that has ended and one of somebody else. */
export function noSession(id: string): Refusal {
  return new Refusal('InvalidMcpSession.NotFound', `The session ${id} is not found.`);
}
