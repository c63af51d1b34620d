// What a malformed request has to name to get far: routes of the build, ids, keys, a cookie.
// @ts-check
import { readFileSync } from 'node:fs';

export const GATEWAY_KEY = 'key-of-a-client-of-the-fuzzer';

/** @param {string} host @returns {Promise<import('./request.mjs').Target>} */
export async function makeTarget(host) {
  const url = `http://${host}`;
  const session = await fetch(`${url}/api/session`);
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  /** @param {string} path @param {object} body @param {Record<string, string>} [headers] */
  const post = async (path, body, headers) => {
    const response = await fetch(url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', cookie, ...headers },
    });
    if (response.status !== 201) throw new Error(`${path}: ${await response.text()}`);
    return /** @type {Promise<Record<string, string>>} */ (response.json());
  };
  const program = await post('/api/snippets', {
    code: 'print(1)',
    language: 'python',
    timeoutS: 5,
  });
  const demo = await post('/api/snippets', {
    markdown: '# Demo\n\n```python run\nprint(1)\n```\n',
  });
  const room = await post('/api/rooms', { demo: `d/${demo.id}` });
  const joined = await post(`/api/rooms/${room.code}/people`, { nickname: 'Ada' });
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'));
  const ids = [program.id, demo.id].map(String);
  return {
    host,
    cookie,
    keys: [program.secret, demo.secret, room.secret, joined.token, GATEWAY_KEY].map(String),
    routes: [
      ...Object.values(manifest),
      '/',
      '/nothing',
      '/card.png',
      '/favicon.ico',
      '/learn/python/first-steps.md',
      ...ids.flatMap((id) => [`/s/${id}.png`, `/s/${id}.md`, `/d/${id}.html`]),
    ],
    values: {
      '[id]': [...ids, String(joined.id)],
      '[code]': [String(room.code)],
      '[format]': ['txt', 'md', 'json', 'ipynb', 'zip', 'py', 'html', 'png'],
      '[group]': ['python', 'javascript'],
      '[lesson]': ['first-steps', 'first-steps.md'],
      '[...path]': ['mine.txt', 'a/b.txt'],
      '[[...path]]': ['nothing'],
      '[...ref]': [`d/${demo.id}`, 'learn/python/first-steps', `s/${program.id}`],
    },
  };
}
