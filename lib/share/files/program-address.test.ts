import { expect, it } from 'vitest';
import { nameOfAddress, programAddress } from './program-address';

it.each([
  ['https://example.org/a.py', 'https://example.org/a.py'],
  [' example.org/a.py ', 'https://example.org/a.py'],
  ['http://localhost:8000/a.py', 'http://localhost:8000/a.py'],
  [
    'https://github.com/o/r/blob/main/src/a%20b.py?plain=1#L3',
    'https://raw.githubusercontent.com/o/r/main/src/a%20b.py',
  ],
  ['https://gist.github.com/me/0a1b2c', 'https://gist.githubusercontent.com/me/0a1b2c/raw'],
  ['https://github.com/o/r', 'https://github.com/o/r'],
])('%s is fetched from %s', (text, url) => {
  expect(programAddress(text).href).toBe(url);
});

it.each([
  ['', 'address'],
  ['https://', 'address'],
  ['https://good.example@bad.example/a.py', 'address'],
  ['http://example.org/a.py', 'address_scheme'],
  ['javascript:alert(1)', 'address_scheme'],
  ['data:text/plain,x', 'address_scheme'],
  ['file:///etc/passwd', 'address_scheme'],
])('“%s” is refused', (text, reason) => {
  expect(() => programAddress(text)).toThrow(expect.objectContaining({ reason }));
});

it('its name is the last part', () => {
  expect(nameOfAddress(new URL('https://x.example/a/b%20c.py?q=1'))).toBe('b c.py');
  expect(nameOfAddress(new URL('https://x.example/'))).toBe('program');
  expect(nameOfAddress(new URL('https://x.example/%2e%2e%2fa%zz.py'))).toMatch(/a%zz\.py$/);
});
