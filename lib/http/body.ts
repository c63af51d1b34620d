/** Reads a request's JSON object, or its form: type first, size while reading, then UTF-8, JSON, field names. All else is 4xx in words. */
import 'server-only';
import { shown } from '@/lib/agentbay/shown';
import { AppError } from '@/lib/errors';
import { isDeeperThan } from '@/lib/json-depth';
import type { Asked } from './asked';

/** 256 KiB of code, 512 KiB of other files and 1 MiB of input, and room for JSON's escapes. */
export const RUN_BODY_LIMIT_BYTES = 3 * 1024 * 1024;
/** The same between two machines, in a form, which writes a letter of another script with nine. */
export const GATEWAY_BODY_LIMIT_BYTES = 6 * 1024 * 1024;
/** What every other request may send. */
export const BODY_LIMIT_BYTES = 512 * 1024;

/** How deep a body's JSON may be nested; what is read here is written again, by what recurses. */
const LEVELS_LIMIT = 100;

const utf8 = new TextDecoder('utf-8', { fatal: true });

function tooLarge(limitBytes: number): AppError {
  return new AppError('too_large', `The body may have at most ${limitBytes / 1024} KiB.`);
}

function checkType(request: Asked, expected: string): void {
  const given = request.headers.get('content-type');
  const [type = ''] = (given ?? '').split(';');
  if (type.trim().toLowerCase() === expected) return;
  throw new AppError(
    'unsupported_media_type',
    `Content-Type: expected ${expected}, got ${shown(given ?? undefined)}.`,
  );
}

/** The body as it comes. Throws too_large before it or while it comes; leaving the loop cancels the rest. */
export async function* bodyChunks(
  request: Asked,
  limitBytes: number,
): AsyncGenerator<Uint8Array, void> {
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes);
  let bytes = 0;
  for await (const chunk of received(request)) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    yield chunk;
  }
}

/** A client that goes away, or is sent away as too slow, is no failure of ours. */
async function* received({ body }: Asked): AsyncGenerator<Uint8Array, void> {
  try {
    yield* (body ?? []) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new AppError('bad_request', 'The body broke off.', { cause });
  }
}

async function readBytes(request: Asked, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bodyChunks(request, limitBytes)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new AppError('bad_request', 'The body is not valid UTF-8.', { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = text.trim() === '' ? 'it is empty' : (cause as Error).message;
    throw new AppError('bad_request', `The body is not valid JSON: ${reason}.`, { cause });
  }
}

function checkFields(object: object, known: readonly string[]): void {
  for (const [field, value] of Object.entries(object)) {
    if (!known.includes(field)) {
      const names = known.join(', ');
      throw new AppError('bad_request', `Unknown field ${shown(field)}. Known: ${names}.`, {
        field: field.toWellFormed().slice(0, 60),
      });
    }
    if (isDeeperThan(value, LEVELS_LIMIT - 1)) {
      throw new AppError(
        'bad_request',
        `${field}: expected JSON in at most ${LEVELS_LIMIT} levels, got more.`,
        { field },
      );
    }
    if (typeof value === 'string' && !value.isWellFormed()) {
      throw new AppError(
        'bad_request',
        `${field}: expected Unicode text, got half of a surrogate pair, which is not a character.`,
        { field },
      );
    }
  }
}

/**
 * The object in the body, with no other fields than the `known` ones; their types are the caller's to
 * check. Throws unsupported_media_type, too_large or bad_request.
 */
export async function readObject<Field extends string>(
  request: Asked,
  limitBytes: number,
  known: readonly Field[],
): Promise<{ [field in Field]?: unknown }> {
  checkType(request, 'application/json');
  const value = parse(decode(await readBytes(request, limitBytes)));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('bad_request', `The body: expected a JSON object, got ${shown(value)}.`);
  }
  checkFields(value, known);
  return value as { [field in Field]?: unknown };
}

/** The fields of a form; none of a request without a body. Throws unsupported_media_type, too_large or bad_request. */
export async function readForm(request: Asked, limitBytes: number): Promise<URLSearchParams> {
  const bytes = await readBytes(request, limitBytes);
  if (bytes.byteLength === 0) return new URLSearchParams();
  checkType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(decode(bytes));
}
