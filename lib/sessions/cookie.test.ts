import { describe, expect, test } from 'vitest';
import { newSessionId, readSessionCookie, SESSION_COOKIE, sessionCookie } from './cookie';

function headerOf(setCookie: string): string {
  return setCookie.split(';')[0] ?? '';
}

describe('the session cookie', () => {
  test('gives back the id that it was made of, among other cookies', () => {
    const id = newSessionId();
    const header = `theme=dark; ${headerOf(sessionCookie(id, false))}; other="a=b"`;
    expect(readSessionCookie(header)).toBe(id);
  });

  test('is out of reach of scripts and other sites, and secure over https', () => {
    const id = newSessionId();
    expect(sessionCookie(id, false)).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(sessionCookie(id, true)).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  test('has an id of 128 bits', () => {
    expect(Buffer.from(newSessionId(), 'base64url')).toHaveLength(16);
    expect(newSessionId()).not.toBe(newSessionId());
  });

  test('counts as none when it was forged', () => {
    const mine = headerOf(sessionCookie(newSessionId(), false));
    const other = newSessionId();
    const signature = mine.split('.')[1] ?? '';
    const forged = [
      `${SESSION_COOKIE}=${other}.${signature}`,
      `${SESSION_COOKIE}=${other}.${'A'.repeat(43)}`,
      `${SESSION_COOKIE}=${other}.`,
      `${SESSION_COOKIE}=${other}`,
      `${SESSION_COOKIE}=`,
      `${SESSION_COOKIE}`,
      `${mine}A`,
      `x${mine}`,
      '',
    ];
    expect(forged.map((header) => readSessionCookie(header))).toEqual(forged.map(() => undefined));
    expect(readSessionCookie(null)).toBeUndefined();
  });

  test('is found after a forged one of the same name', () => {
    const id = newSessionId();
    const header = `${SESSION_COOKIE}=nonsense; ${headerOf(sessionCookie(id, false))}`;
    expect(readSessionCookie(header)).toBe(id);
  });
});
