import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { ApiClient } from './api-client';

let visitor: ApiClient;
let guest: ApiClient;

test.beforeAll(async ({ baseURL }) => {
  visitor = await ApiClient.withSession(baseURL ?? '');
  guest = new ApiClient(baseURL ?? '');
});

const put = (path: string, body: string | Uint8Array<ArrayBuffer>, client = visitor) =>
  client.request(`/api/files/${path}`, { method: 'PUT', body });
const listed = async (client = visitor) => {
  const { files } = await (await client.request('/api/files')).json();
  return files.map(({ path }: { path: string }) => path);
};
const problemOf = async (response: Response) => ({ ...(await response.json()), ok: response.ok });

test('a file is uploaded, read by a program, listed, downloaded, renamed and deleted', async () => {
  const bytes = randomBytes(3_000_000);
  expect((await put('data/r%C3%A9sum%C3%A9%20%231.bin', bytes)).status).toBe(204);
  const run = await visitor.run({
    code: 'import os\nprint(os.path.getsize("data/résumé #1.bin"))\nopen("out.txt", "w").write("written")',
  });
  expect(run.logs.stdout.join('')).toBe('3000000\n');
  expect(await listed()).toEqual(['data/résumé #1.bin', 'out.txt']);

  const download = await visitor.request('/api/files/data/r%C3%A9sum%C3%A9%20%231.bin');
  expect(download.headers.get('content-type')).toBe('application/octet-stream');
  expect(download.headers.get('content-disposition')).toBe(
    `attachment; filename="r_sum_ _1.bin"; filename*=UTF-8''r%C3%A9sum%C3%A9%20%231.bin`,
  );
  expect(download.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);

  const rename = (path: string, body: unknown) =>
    visitor.request(`/api/files/${path}`, {
      method: 'PATCH',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  expect((await rename('out.txt', { path: 'results/out.txt' })).status).toBe(204);
  expect(await listed()).toEqual(['data/résumé #1.bin', 'results/out.txt']);
  await put('other.txt', '');
  expect(await problemOf(await rename('other.txt', { path: 'results/out.txt' }))).toMatchObject({
    status: 409,
    code: 'exists',
  });
  expect(await problemOf(await rename('other.txt', { path: '../x' }))).toMatchObject({
    status: 400,
    field: 'path',
  });
  expect((await visitor.request('/api/files/other.txt', { method: 'DELETE' })).status).toBe(204);
  expect(await problemOf(await visitor.request('/api/files/other.txt'))).toMatchObject({
    status: 404,
    detail: 'There is no file other.txt.',
  });
});

test('a session sees its own files only, and a clean start has none', async ({ baseURL }) => {
  await put('mine.txt', 'secret');
  const other = await ApiClient.withSession(baseURL ?? '');
  expect(await listed(other)).toEqual([]);
  expect((await other.request('/api/files/mine.txt')).status).toBe(404);
  expect(await listed(guest)).toEqual([]);
  expect(await problemOf(await put('x.txt', '', guest))).toMatchObject({ status: 400 });
  await visitor.request('/api/session', { method: 'DELETE' });
  expect(await listed()).toEqual([]);
});

test('paths that lead elsewhere are refused, and too large a file', async () => {
  const paths = ['%2e%2e%2fx', 'a%5Cb', 'a%00b', 'main.py', 'x'.repeat(101)];
  for (const path of paths) {
    const problem = await problemOf(await put(path, 'x'));
    expect(problem, path).toMatchObject({ status: 400, field: 'path' });
  }
  for (const path of ['%ff', '%', 'a%2']) {
    expect(await problemOf(await put(path, 'x')), path).toMatchObject({ status: 404 });
  }
  const tooLarge = new Uint8Array(16 * 1024 * 1024 + 1);
  expect(await problemOf(await put('big.bin', tooLarge))).toMatchObject({ status: 413 });
  expect(await listed()).toEqual([]);
});

test('another site cannot change files', async () => {
  const response = await visitor.request('/api/files/x.txt', {
    method: 'PUT',
    body: 'x',
    headers: { Origin: 'https://example.com', 'Sec-Fetch-Site': 'cross-site' },
  });
  expect(response.status).toBe(403);
});

test('a program’s files go with its run', async () => {
  const files = [{ path: 'helper.py', text: 'x = 42' }];
  for (const client of [visitor, guest]) {
    const run = await client.run({ code: 'import helper\nprint(helper.x)', files });
    expect(run.logs.stdout.join('')).toBe('42\n');
  }
  const wrong: [unknown, string][] = [
    ['helper.py', 'files'],
    [[null], 'files'],
    [[{ path: '/etc/x', text: '' }], 'files[0].path'],
    [[{ path: 'a.py', text: 1 }], 'files[0].text'],
    [[{ path: 'a', text: '', more: 1 }], 'files'],
    [[...files, ...files], 'files'],
    [[...files, { path: 'helper.py/x', text: '' }], 'files'],
    [Array.from({ length: 51 }, (_, n) => ({ path: `${n}`, text: '' })), 'files'],
  ];
  for (const [value, field] of wrong) {
    const body = { code: '', language: 'python', files: value };
    expect(await problemOf(await guest.post('/api/run', body))).toMatchObject({
      status: 400,
      field,
    });
  }
  const large = { path: 'large.txt', text: 'x'.repeat(300 * 1024) };
  const body = { code: '', language: 'python', files: [large, { ...large, path: 'b.txt' }] };
  expect(await problemOf(await guest.post('/api/run', body))).toMatchObject({ status: 413 });
});
