/** Ids and secrets: random, unguessable, and safe to paste, to read aloud and to type. */
import 'server-only';
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { AppError } from '@/lib/errors';

// No letter or digit that is taken for another (0 o, 1 l i, u v), no vowel and no digit that stands
// for one (3, 4), so that no word can come up. One case, nothing that ends a link.
const ALPHABET = '256789bcdfghjkmnpqrstvwxz';
/** 74 bits. */
const ID_LENGTH = 16;
/** 130 bits. */
const SECRET_LENGTH = 28;

const ID = new RegExp(`^[${ALPHABET}]{${ID_LENGTH}}$`);
const SECRET = new RegExp(`^[${ALPHABET}]{${SECRET_LENGTH}}$`);

function random(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

export function newSnippetId(): string {
  return random(ID_LENGTH);
}

export function newSecret(): string {
  return random(SECRET_LENGTH);
}

/** Whether text of the address can be an id at all; asked before anything looks for it. */
export function isSnippetId(value: string): boolean {
  return ID.test(value);
}

/** What is kept of a secret. It is random, so one round of SHA-256 is enough. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** In a time that does not depend on where they differ. Throws forbidden. */
export function requireSecret(secret: string, hash: string): void {
  const given = Buffer.from(hashOfSecret(secret), 'hex');
  const kept = Buffer.from(hash, 'hex');
  const isRight =
    SECRET.test(secret) && kept.length === given.length && timingSafeEqual(given, kept);
  if (!isRight) throw new AppError('forbidden', 'This is not the secret of this snippet.');
}
