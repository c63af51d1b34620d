/** The browser session's cookie: a random id and its signature. It says who runs, never what with. */
import 'server-only';
import {
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { config } from '@/lib/config';
import { remember } from '@/lib/remember';

export const SESSION_COOKIE = 'runbay_session';

const ID_BYTES = 16;
/** A base64url id of 16 bytes, a dot, a base64url SHA-256. */
const SHAPE = /^([\w-]{22})\.([\w-]{43})$/;

/** A key object: a fifth of the time that the same bytes take in each signature. */
function secret(): KeyObject {
  return remember('secret', () => {
    const given = config().secret;
    return createSecretKey(given === undefined ? randomBytes(32) : Buffer.from(given));
  });
}

function signatureOf(id: string): Buffer {
  return createHmac('sha256', secret()).update(`${SESSION_COOKIE}:${id}`).digest();
}

/** The session id in a Cookie header; undefined where there is none with a right signature. */
export function readSessionCookie(header: string | null): string | undefined {
  if (header === null) return undefined;
  for (const pair of header.split(';')) {
    const [name, value = ''] = pair.trim().split('=', 2);
    if (name !== SESSION_COOKIE) continue;
    const [, id, signature] = SHAPE.exec(value) ?? [];
    if (id === undefined || signature === undefined) continue;
    if (timingSafeEqual(Buffer.from(signature, 'base64url'), signatureOf(id))) return id;
  }
  return undefined;
}

export function newSessionId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** A Set-Cookie header. It ends with the browser; what it stands for ends much earlier. */
export function sessionCookie(id: string, secure: boolean): string {
  const value = `${id}.${signatureOf(id).toString('base64url')}`;
  return `${SESSION_COOKIE}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}
