import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { securingAnswer } from './security-headers.mjs';

interface Asked {
  url?: string;
  headers?: Record<string, string>;
  publicUrl?: string;
}

/** The head of an answer, for which `write` has set what is its own. */
function headOf(
  write: (response: ServerResponse) => void,
  { url = '/', headers = {}, publicUrl }: Asked = {},
) {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, headers });
  const response = new ServerResponse(request);
  securingAnswer(request, response, { publicUrl });
  write(response);
  response.end();
  return response;
}

test('an answer that sets nothing may load nothing, stand in no frame and be kept nowhere', () => {
  const head = headOf((response) => response.writeHead(500));
  expect(head.getHeader('content-security-policy')).toMatch(
    /^default-src 'none'; .*frame-ancestors 'none'$/,
  );
  expect(head.getHeader('x-frame-options')).toBe('DENY');
  expect(head.getHeader('cache-control')).toBe('no-store');
  expect(head.getHeader('x-content-type-options')).toBe('nosniff');
});

test('what an answer sets itself stays', () => {
  const head = headOf((response) => {
    response.setHeader('content-security-policy', "default-src 'self'");
    response.setHeader('cross-origin-resource-policy', 'cross-origin');
    response.statusCode = 200;
  });
  expect(head.getHeader('content-security-policy')).toBe("default-src 'self'");
  expect(head.getHeader('cross-origin-resource-policy')).toBe('cross-origin');
  // It may be there for frames of others.
  expect(head.hasHeader('x-frame-options')).toBe(false);
});

test('a page that a browser has kept goes on with the policy that came with it', () => {
  expect(headOf((response) => response.writeHead(304)).hasHeader('content-security-policy')).toBe(
    false,
  );
});

test('a worker may load parts of the build', () => {
  const head = headOf((response) => response.writeHead(200), { url: '/_next/static/x.js' });
  expect(head.getHeader('content-security-policy')).toContain("connect-src 'self'");
});

test('TLS is promised where the operator named it and the request came by it', () => {
  const https = { 'x-forwarded-proto': 'https' };
  const promise = (asked: Asked) =>
    headOf((response) => response.writeHead(200), asked).getHeader('strict-transport-security');
  expect(promise({ headers: https, publicUrl: 'https://run.example.org' })).toMatch(
    /^max-age=\d{7,}$/,
  );
  expect(promise({ publicUrl: 'https://run.example.org' })).toBeUndefined();
  expect(promise({ headers: https, publicUrl: 'http://run.example.org' })).toBeUndefined();
  expect(promise({ headers: https })).toBeUndefined();
});
