import { expect, test } from 'vitest';
import { newSessionId, readSessionCookie, SESSION_COOKIE } from './cookie';
import { sessionOfKey } from './run-key';

const KEY = 'k'.repeat(43);

test('a key stands for one session, which does not tell it', () => {
  const id = sessionOfKey(KEY);
  expect(id).toBe(sessionOfKey(KEY));
  expect(id).not.toContain(KEY);
  expect(id).not.toBe(sessionOfKey(`${KEY}k`));
  expect(sessionOfKey(null)).toBeUndefined();
});

test('no cookie leads to a session of a key', () => {
  const id = sessionOfKey(KEY) ?? '';
  const [, hash] = id.split('.');
  expect(newSessionId()).not.toContain('.');
  expect(readSessionCookie(`${SESSION_COOKIE}=${id}`)).toBeUndefined();
  expect(readSessionCookie(`${SESSION_COOKIE}=${hash}.${hash}`)).toBeUndefined();
});

test.each([
  '',
  'short',
  'k'.repeat(31),
  'k'.repeat(65),
  `${KEY} `,
  `${KEY}, ${KEY}`,
  'ü'.repeat(40),
])('what anybody could guess, or is none, is refused: %j', (key) => {
  expect(() => sessionOfKey(key)).toThrow(expect.objectContaining({ code: 'bad_request' }));
});
