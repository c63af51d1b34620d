import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.mjs';

describe('clientAddress', () => {
  it('is the socket address, and ignores X-Forwarded-For, without trusted proxies', () => {
    expect(clientAddress('203.0.113.9', '1.1.1.1', 0)).toBe('203.0.113.9');
  });

  it('is the n-th entry from the right behind n trusted proxies', () => {
    const header = '6.6.6.6, 198.51.100.7, 10.0.0.1';
    expect(clientAddress('10.0.0.2', header, 1)).toBe('10.0.0.1');
    expect(clientAddress('10.0.0.2', header, 2)).toBe('198.51.100.7');
  });

  it('falls back to the socket when there are fewer entries, or the entry is no address', () => {
    expect(clientAddress('10.0.0.2', '198.51.100.7', 2)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', 'unknown', 1)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', '', 1)).toBe('10.0.0.2');
  });

  it('drops ports and brackets, and writes IPv4 in its own form', () => {
    expect(clientAddress('::ffff:127.0.0.1', undefined, 0)).toBe('127.0.0.1');
    expect(clientAddress('::1', '198.51.100.7:4711', 1)).toBe('198.51.100.7');
    expect(clientAddress('::1', '[2001:db8::7]:443', 1)).toBe('2001:db8::7');
    expect(clientAddress('::1', '2001:db8::7', 1)).toBe('2001:db8::7');
  });
});
