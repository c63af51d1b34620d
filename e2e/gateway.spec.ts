/** The AgentBay gateway of a whole server: with keys, and without. */
import { expect, test } from '@playwright/test';
import { SdkLikeClient } from '../lib/agentbay/gateway/testing/sdk-like-client';
import { tlsFront } from '../lib/agentbay/gateway/testing/tls-front';
import { ApiClient } from './api-client';
import { endServers, serve } from './own-server';

const KEY = 'key-of-the-first-client';
const OTHER_KEY = 'key-of-another-client';
const KEYS = { RUNBAY_GATEWAY_KEYS: `${KEY},${OTHER_KEY}` };

test.afterEach(endServers);

test('a program written for AgentBay runs here, at / behind TLS and at /api/agentbay', async () => {
  const { url } = await serve(KEYS);
  const front = await tlsFront(url);
  const overTls = { endpoint: `https://${front.endpoint}`, apiKey: KEY, ca: front.cert };
  for (const options of [overTls, { endpoint: url, apiKey: KEY, path: '/api/agentbay' }]) {
    const agentBay = new SdkLikeClient(options);
    const session = await agentBay.create({ project: 'demo' });
    const python = await agentBay.runCode(session, 'print("Hello from Python!")\n2 + 3', 'python');
    expect(python).toMatchObject({
      success: true,
      result: '5',
      logs: { stdout: ['Hello from Python!\n'] },
    });
    const javascript = await agentBay.runCode(session, 'console.log("Hello")', 'JavaScript', 30);
    expect(javascript).toMatchObject({ success: true, result: 'Hello\n' });
    await agentBay.delete(session);
    expect((await agentBay.send('ListSession', {})).body.TotalCount).toBe(0);
  }
  await front.close();
});

test('a client that goes away ends its program, through the proxy too', async () => {
  const { url } = await serve({ ...KEYS, RUNBAY_GATEWAY_CONCURRENT_RUNS: '1' });
  const front = await tlsFront(url);
  const options = { endpoint: `https://${front.endpoint}`, apiKey: KEY, ca: front.cert };
  const agentBay = new SdkLikeClient(options);
  const [session, other] = [await agentBay.create(), await agentBay.create()];
  const gone = new AbortController();
  const args = { code: 'while True: pass', language: 'python', timeout_s: 50 };
  const call = agentBay.callTool(session, 'run_code', args, { signal: gone.signal });
  const calls = Promise.allSettled([call]);
  // The only run that this key may have is taken, until the first client has gone.
  const run = async () => (await agentBay.runCode(other, '6 * 7', 'python')).errorMessage ?? 'done';
  await expect.poll(run).toMatch(/^\[Throttling\.User\]/);
  gone.abort();
  await expect.poll(run, { timeout: 5000 }).toBe('done');
  expect((await calls)[0]?.status).toBe('rejected');
  expect((await agentBay.runCode(session, '6 * 7', 'python')).result).toBe('42');
  await front.close();
});

test('its programs and those of visitors leave each other a place', async () => {
  const { url } = await serve({ ...KEYS, RUNBAY_CONCURRENT_RUNS: '2', RUNBAY_QUEUE_WAIT_S: '2' });
  const agentBay = new SdkLikeClient({ endpoint: url, apiKey: KEY });
  const other = new SdkLikeClient({ endpoint: url, apiKey: OTHER_KEY });
  const sessions = [await agentBay.create(), await other.create(), await agentBay.create()];
  const long = 'import time\ntime.sleep(40)';
  const gone = new AbortController();
  const args = { code: long, language: 'python' };
  const calls = Promise.allSettled([
    agentBay.callTool(sessions[0] ?? '', 'run_code', args, { signal: gone.signal }),
    other.callTool(sessions[1] ?? '', 'run_code', args, { signal: gone.signal }),
  ]);
  // One of them runs, the others wait in vain, and a visitor comes in between.
  const refused = await agentBay.runCode(sessions[2] ?? '', '1', 'python');
  expect(refused.errorMessage).toMatch(/^\[ServiceUnavailable\] Waited 2 s for a free place/);
  const visitor = await ApiClient.withSession(url);
  expect((await visitor.run({ code: '6 * 7' })).result).toBe('42');
  gone.abort();
  await calls;
});

test('a restart forgets its sessions, and says so', async () => {
  const first = await serve(KEYS);
  const session = await new SdkLikeClient({ endpoint: first.url, apiKey: KEY }).create();
  first.child.kill('SIGTERM');
  await first.exit;
  const { url } = await serve(KEYS);
  const agentBay = new SdkLikeClient({ endpoint: url, apiKey: KEY });
  const { status, body } = await agentBay.send('GetSession', { SessionId: session });
  expect(status).toBe(400);
  expect(body).toMatchObject({ Success: false, Code: 'InvalidMcpSession.NotFound' });
});

test('the keys are in no page, no answer and no log line', async ({ page }) => {
  const { url, said } = await serve({ ...KEYS, RUNBAY_LOG: 'debug' });
  const seen: Promise<string>[] = [];
  page.on('response', (response) => {
    seen.push(response.text().catch(() => ''));
    seen.push(Promise.resolve(JSON.stringify(response.headers())));
  });
  await page.goto(url);
  await expect(page.getByRole('button', { name: 'Run', exact: true }).first()).toBeVisible();
  await page.goto(`${url}/s/nothing-there`);
  const agentBay = new SdkLikeClient({ endpoint: url, apiKey: KEY });
  const session = await agentBay.create({ label: 'a' });
  const answers = [
    await agentBay.runCode(session, 'import os\nprint(dict(os.environ))\n1/0', 'python'),
    await agentBay.send('ListSession', { Labels: 'broken' }),
    await agentBay.send('Nothing', {}),
    await new SdkLikeClient({ endpoint: url, apiKey: `${KEY}-wrong` }).send('ListSession', {}),
    await new SdkLikeClient({ endpoint: url, apiKey: 'x' }).send('ListSession', {
      Authorization: `Basic ${KEY}`,
    }),
  ];
  for (const path of ['/api/session', '/api/languages', '/api/ready', '/api/agentbay']) {
    seen.push(fetch(url + path).then((response) => response.text()));
  }
  const texts = [...(await Promise.all(seen)), JSON.stringify(answers)];
  expect(texts.join('').length).toBeGreaterThan(100_000);
  expect(said.stdout).toContain('"msg":"run"');
  for (const key of [KEY, OTHER_KEY]) {
    expect(texts.filter((text) => text.includes(key))).toEqual([]);
    expect(said.stdout + said.stderr).not.toContain(key);
  }
});

test('a form that a page posts to / does not reach it', async () => {
  const { url } = await serve(KEYS);
  const body = `Action=ListSession&Authorization=Bearer+${KEY}`;
  const type = 'application/x-www-form-urlencoded';
  const post = (headers: Record<string, string>, path = '/') =>
    fetch(url + path, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
  expect(await (await post({})).text()).not.toContain('"RequestId"');
  // Not even one that knows a key and the path.
  const foreign = await post({ origin: 'https://evil.example' }, '/api/agentbay');
  expect(foreign.status).toBe(403);
  expect(await foreign.json()).toMatchObject({ Success: false, Code: 'Forbidden' });
  expect((await fetch(`${url}/api/agentbay?Action=ListSession`)).status).toBe(405);
});

test('without keys there is nothing', async ({ baseURL }) => {
  const post = (path: string, headers: Record<string, string>) =>
    fetch(`${baseURL}${path}`, { method: 'POST', body: '', headers });
  const [called, plain] = await Promise.all([
    post('/', { 'x-acs-action': 'ListSession' }),
    post('/', {}),
  ]);
  expect(called.status).toBe(plain.status);
  expect(called.headers.get('content-type')).toBe(plain.headers.get('content-type'));
  for (const method of ['POST', 'GET', 'DELETE']) {
    const response = await fetch(`${baseURL}/api/agentbay?Action=ListSession`, { method });
    expect(response.status).toBe(404);
    expect((await response.json()).code).toBe('not_found');
  }
});
