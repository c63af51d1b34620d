/**
 * A key that a page makes for itself where it has no cookie: whoever shows it has that page's sandboxes.
 * It is kept in no place but the page's memory, and stands in no address.
 */
import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';

/** 192 bits at least, where they are random. */
const SHAPE = /^[\w-]{32,64}$/;

/**
 * What stands for a session's id, and does not tell the key; no cookie has such an id. Undefined without
 * a key. Throws bad_request for what can be none.
 */
export function sessionOfKey(key: string | null): string | undefined {
  if (key === null) return undefined;
  if (!SHAPE.test(key)) {
    throw new AppError('bad_request', 'Runbay-Key: expected 32 to 64 letters, digits, _ or -.');
  }
  return `key.${createHash('sha256').update(key).digest('base64url')}`;
}
