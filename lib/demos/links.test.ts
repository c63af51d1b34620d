import { expect, it } from 'vitest';
import { safeImage, safeLink } from './links';

it.each([
  'https://example.org/a?b#c',
  'http://example.org',
  'mailto:a@example.org',
  '#part',
  '/learn/python/first-steps',
  '/d/2222222222222222#b1',
])('a document may lead to %s', (url) => {
  expect(safeLink(url)).toBe(url);
});

it.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  'blob:x',
  'other.md',
])('and not to %s', (url) => {
  expect(safeLink(url)).toBe('');
});

it('shows images that are in it, and no others', () => {
  expect(safeImage('data:image/png;base64,AAAA')).not.toBe('');
  for (const url of ['https://example.org/a.png', 'data:image/svg+xml;base64,AAAA', '/a.png', '']) {
    expect(safeImage(url)).toBe('');
  }
});
