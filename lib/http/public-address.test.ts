import { afterEach, describe, expect, test, vi } from 'vitest';

async function addressOf(headers: Record<string, string>, publicUrl = '') {
  vi.resetModules();
  vi.stubEnv('PUBLIC_URL', publicUrl);
  vi.stubEnv('HOST', '127.0.0.1');
  vi.stubEnv('PORT', '3000');
  const { publicAddressOf } = await import('./public-address');
  return publicAddressOf({ headers: new Headers(headers) });
}

afterEach(() => vi.unstubAllEnvs());

describe('the public address', () => {
  test('is the setting, whatever a request says', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-proto': 'http' };
    expect(await addressOf(headers, 'https://run.example.org/')).toBe('https://run.example.org');
  });

  test('is the host of the request where nothing is set', async () => {
    expect(await addressOf({ host: 'run.example.org' })).toBe('http://run.example.org');
    expect(await addressOf({ host: 'localhost:3210' })).toBe('http://localhost:3210');
    expect(await addressOf({ host: '[::1]:3000' })).toBe('http://[::1]:3000');
  });

  test('is https where the proxy in front says so', async () => {
    const host = 'run.example.org';
    const of = (scheme: string) => addressOf({ host, 'x-forwarded-proto': scheme });
    expect(await of('https')).toBe('https://run.example.org');
    expect(await of('https, http')).toBe('https://run.example.org');
    expect(await of('javascript')).toBe('http://run.example.org');
  });

  test.each([
    '',
    'a"b',
    'evil.example/path',
    'user@evil.example',
    "evil.example'><script>",
    'evil.example?x',
    'evil.example#x',
    'evil.example:99999',
    'a b',
    '[::1',
  ])('is no host like %j', async (host) => {
    expect(await addressOf({ host })).toBe('http://127.0.0.1:3000');
  });

  test('leads the class of a local network here, however the teacher has opened the page', async () => {
    const name = Symbol.for('runbay.lanAddresses');
    Reflect.set(globalThis, name, () => ['192.168.1.23', '10.0.0.5']);
    try {
      expect(await addressOf({ host: 'localhost:3000' })).toBe('http://192.168.1.23:3000');
      expect(await addressOf({ host: '127.0.0.1:3000' })).toBe('http://192.168.1.23:3000');
      expect(await addressOf({ host: '10.0.0.5:3000' })).toBe('http://10.0.0.5:3000');
    } finally {
      Reflect.deleteProperty(globalThis, name);
    }
  });

  test('is the address the server listens on where no host is named', async () => {
    expect(await addressOf({})).toBe('http://127.0.0.1:3000');
  });
});
