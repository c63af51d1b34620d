import { expect, test } from 'vitest';
import { requireSameOrigin } from './origin';

function check(headers: Record<string, string>): void {
  requireSameOrigin({ headers: new Headers({ host: 'bay.test:3000', ...headers }) } as Request);
}

test.each([
  { 'sec-fetch-site': 'same-origin', origin: 'http://bay.test:3000' },
  { 'sec-fetch-site': 'none' },
  { origin: 'http://bay.test:3000' },
  { origin: 'https://bay.test:3000' },
  {},
])('lets %o pass', (headers) => {
  expect(() => check(headers as Record<string, string>)).not.toThrow();
});

test.each([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'http://bay.test:3000' },
  { origin: 'http://bay.test:4000' },
  { origin: 'http://evil.test' },
  { origin: 'null' },
  { origin: '' },
])('refuses %o', (headers) => {
  expect(() => check(headers as Record<string, string>)).toThrow(
    expect.objectContaining({ code: 'forbidden' }),
  );
});
