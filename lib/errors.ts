/**
 * What we could not do. What the user's program did is never here: that is a result.
 * One table gives each code its HTTP status and title; `detail` is one clear sentence for the user.
 */
export const ERROR_CODES = {
  bad_request: { status: 400, title: 'The request is not valid' },
  unknown_language: { status: 400, title: 'This language is not available' },
  unauthorized: { status: 401, title: 'The secret link is needed' },
  forbidden: { status: 403, title: 'Not allowed from here' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'The session is busy' },
  exists: { status: 409, title: 'There is something of that name already' },
  file_failed: { status: 409, title: 'The file could not be used' },
  input_closed: { status: 409, title: 'The program takes no more input' },
  gone: { status: 410, title: 'No longer there' },
  too_large: { status: 413, title: 'Too large' },
  unsupported_media_type: { status: 415, title: 'Wrong content type' },
  busy: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on the server' },
  not_implemented: { status: 501, title: 'Not available here' },
  engine_failed: { status: 502, title: 'The engine failed' },
  engine_unavailable: { status: 503, title: 'No engine can run this now' },
  room_over: { status: 404, title: 'There is no such room' },
  not_in_room: { status: 403, title: 'Not in this room' },
  room_locked: { status: 409, title: 'The door of this room is closed' },
  room_full: { status: 409, title: 'This room is full' },
  nickname_taken: { status: 409, title: 'This nickname is taken' },
  rooms_full: { status: 503, title: 'There is no room for another room' },
  store_full: { status: 507, title: 'There is no room for more snippets' },
  store_unavailable: { status: 503, title: 'Snippets cannot be reached now' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

interface AppErrorOptions {
  /** The field of the request that is wrong. */
  field?: string;
  /** Seconds after which a repeat makes sense. */
  retryAfterS?: number;
  cause?: unknown;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, detail: string, options: AppErrorOptions = {}) {
    super(detail, { cause: options.cause });
    this.code = code;
    this.field = options.field;
    this.retryAfterS = options.retryAfterS;
  }
}

/** By its name: Next bundles modules more than once, so an AppError may be of another copy of the class. */
export function isAppError(error: unknown): error is AppError {
  return (
    error instanceof Error &&
    error.name === 'AppError' &&
    'code' in error &&
    typeof error.code === 'string' &&
    Object.hasOwn(ERROR_CODES, error.code)
  );
}
