import { expect, test } from 'vitest';
import { refusalOf } from './first-look.mjs';

const refused = (
  request: { method?: string; url?: string; host?: string },
  settings: { publicUrl?: string; hasGateway?: boolean } = {},
) => {
  const { method = 'GET', url = '/', host = 'localhost:3000' } = request;
  return refusalOf({ method, url, headers: { host }, httpVersion: '1.1' }, settings)?.code;
};

test('pages and files are read only', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(refused({ method })).toBeUndefined();
  for (const method of ['POST', 'PUT', 'DELETE', 'TRACE'])
    expect(refused({ method })).toBe('method_not_allowed');
});

test('the API has its methods, and TRACE is none of them', () => {
  for (const url of ['/api', '/api/run', '/api?x']) {
    expect(refused({ method: 'POST', url })).toBeUndefined();
    expect(refused({ method: 'TRACE', url })).toBe('method_not_allowed');
  }
  for (const url of ['/apixy', '/api/../', '/api/%2e%2e/s/x', '/api%2f..', '/API/run']) {
    expect(refused({ method: 'POST', url }), url).toBe('method_not_allowed');
  }
});

test('a foreign name is refused, but where all callers have a key', () => {
  expect(refused({ host: 'evil.example' })).toBe('wrong_host');
  expect(refused({ host: 'evil.example', url: '/api/run' })).toBe('wrong_host');
  const url = '/api/agentbay?Action=ListSession';
  expect(refused({ host: 'runner.example', url })).toBe('wrong_host');
  expect(refused({ host: 'runner.example', url }, { hasGateway: true })).toBeUndefined();
  expect(refused({ host: 'runbay.example', url: '/metrics' })).toBeUndefined();
  const beside = { host: 'runner.example', url: '/api/agentbayx' };
  expect(refused(beside, { hasGateway: true })).toBe('wrong_host');
});

test('Next’s page for a failure of its own is nobody’s to open', () => {
  for (const url of [
    '/_global-error',
    '/%5fglobal-error',
    '/../_global-error.rsc',
    '//_global-error?x',
  ]) {
    expect(refused({ url }), url).toBe('not_found');
  }
});

test('what is written for a proxy is refused', () => {
  for (const url of ['http://localhost/', '*', 'localhost:3000', '']) {
    expect(refused({ url, method: 'OPTIONS' })).toBe('bad_request');
  }
});

test('only who speaks HTTP/1.0 may leave out the host', () => {
  const asked = { method: 'GET', url: '/', headers: {} };
  expect(refusalOf({ ...asked, httpVersion: '1.1' }, {})?.code).toBe('bad_request');
  expect(refusalOf({ ...asked, httpVersion: '1.0' }, {})).toBeUndefined();
});
