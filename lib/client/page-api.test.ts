import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageApi } from './page-api';

afterEach(() => vi.unstubAllGlobals());

function pageOf(window: object) {
  vi.stubGlobal('window', window);
  const asked: { path: string; key: string | null; credentials: RequestCredentials | undefined }[] =
    [];
  const api = createPageApi((async (path: string, init: RequestInit = {}) => {
    const key = new Headers(init.headers).get('runbay-key');
    asked.push({ path, key, credentials: init.credentials });
    return Response.json({ engine: 'local', state: 'none', idleTimeoutS: 600 });
  }) as typeof fetch);
  return { api, asked };
}

const own = () => {
  const window = {};
  return Object.assign(window, { parent: window });
};

describe('the server, for the blocks of a page', () => {
  it('is asked for a cookie once, then shown a key that no other page has', async () => {
    const { api, asked } = pageOf(own());
    await api.stop('r');
    for (let n = 0; n < 2; n += 1) await api.session('page:abcdefghijklmnop');
    await api.sendInput('r', 'x', false);
    const [, first, ...rest] = asked;
    expect(first?.key).toBeNull();
    const [{ key } = { key: null }] = rest;
    expect(key).toMatch(/^[\w-]{43}$/);
    expect([asked[0], ...rest].map((one) => one?.key)).toEqual([key, key, key]);
    expect(asked.map(({ credentials }) => credentials)).toEqual(Array(4).fill('same-origin'));
    const other = pageOf(own());
    await other.api.stop('r');
    expect(other.asked[0]?.key).not.toBe(key);
  });

  it('is asked without cookies, and for none, in a frame', async () => {
    const { api, asked } = pageOf({ parent: {} });
    await api.session('page:abcdefghijklmnop');
    await api.stop('r');
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit', 'omit']);
    expect(asked[0]?.key).toMatch(/^[\w-]{43}$/);
    expect(asked[1]?.key).toBe(asked[0]?.key);
  });
});
