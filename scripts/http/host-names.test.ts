import { expect, test } from 'vitest';
import { isOwnHost, wrongHostSentence } from './host-names.mjs';

const PUBLIC = 'https://run.example.org';

test.each([
  'localhost',
  'localhost:3000',
  'LOCALHOST:8080',
  'localhost.',
  'bay.localhost:3000',
  '127.0.0.1:3000',
  '[::1]:3000',
  '[fe80::1]',
  '192.168.1.20:3000',
  '203.0.113.9',
  'runbay:3000',
  'build_box',
  'teacher.local:3000',
  'host.docker.internal:3000',
  'nas.home.arpa',
  undefined,
])('%s is answered without a setting', (host) => {
  expect(isOwnHost(host, undefined)).toBe(true);
});

test.each([
  'evil.example',
  'evil.example:3000',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example.',
  'local.evil',
  'x.notlocal',
  'evil.example:99999999',
  'user@localhost',
  'localhost/x',
  'localhost:3000:1',
  'evil.example"><script>',
  '[::1',
  '::1',
  '.',
  '.local',
  '',
  ' ',
])('%j is not', (host) => {
  expect(isOwnHost(host, undefined)).toBe(false);
});

test('the name of PUBLIC_URL is answered with any port, and no other one through it', () => {
  expect(isOwnHost('run.example.org', PUBLIC)).toBe(true);
  expect(isOwnHost('RUN.example.org.:8443', PUBLIC)).toBe(true);
  expect(isOwnHost('127.0.0.1:3000', PUBLIC)).toBe(true);
  expect(isOwnHost('example.org', PUBLIC)).toBe(false);
  expect(isOwnHost('evil.run.example.org', PUBLIC)).toBe(false);
  expect(isOwnHost('run.example.org.evil.example', PUBLIC)).toBe(false);
});

test('who is refused reads which setting allows it, and nothing of what is no name', () => {
  expect(wrongHostSentence('nas.fritz.box:8080')).toContain('PUBLIC_URL=http://nas.fritz.box:8080');
  expect(wrongHostSentence('evil.example"><script>')).not.toContain('script');
});
