import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether both are the same, found out in the same time whatever they are. */
export function isSameSecret(given: string, known: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(known));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
