import { describe, expect, test } from 'vitest';
import { newSessionId, sessionCookie } from '@/lib/sessions/cookie';
import { addressKey, clientOf, pageClientOf } from './client';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['', 'unknown'],
])('the address %s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});

describe('who asks for a page', () => {
  const key = 'k'.repeat(43);
  const asked = (headers: Record<string, string>) =>
    pageClientOf(
      new Request('http://runbay/', { headers: { 'x-runbay-address': '::1', ...headers } }),
    );

  test('a key stands for the session, and counts for its address', () => {
    const client = asked({ 'Runbay-Key': key });
    expect(client).toMatchObject({ hasKey: true, key: '0:0:0:0::/64', address: '0:0:0:0::/64' });
    expect(client.sessionId).toMatch(/^key\./);
    expect(asked({ 'Runbay-Key': `${key}2` }).sessionId).not.toBe(client.sessionId);
  });

  test('a cookie goes before a key; with neither there is no session', () => {
    const id = newSessionId();
    const cookie = sessionCookie(id, false).split(';')[0] ?? '';
    expect(asked({ cookie, 'Runbay-Key': key })).toMatchObject({
      ...{ hasKey: false, sessionId: id, key: id },
    });
    expect(asked({})).toMatchObject({ hasKey: false, sessionId: undefined });
    expect(() => asked({ cookie, 'Runbay-Key': 'short' })).toThrow('Runbay-Key');
  });

  test('elsewhere a key is nobody', () => {
    const request = new Request('http://runbay/', { headers: { 'Runbay-Key': key } });
    expect(clientOf(request).sessionId).toBeUndefined();
  });
});
