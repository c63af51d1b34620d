/** What nobody may read: in the log, in answers, in what is built for browsers. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { SdkLikeClient } from '../lib/agentbay/gateway/testing/sdk-like-client';
import { ApiClient } from './api-client';
import { ask, filesIn } from './every-route';
import { endServers, serve } from './own-server';
import { bearer, RoomClient } from './room-client';

test.afterEach(endServers);

const SETTINGS = {
  RUNBAY_SECRET: 'canary-secret-of-cookies',
  RUNBAY_GATEWAY_KEYS: 'canary-key-of-the-gateway',
  AGENTBAY_API_KEY: 'canary-key-of-agentbay',
  RUNBAY_METRICS_TOKEN: 'canary-token-of-metrics',
};

/** Stands in whatever a visitor sends. */
const OWN = 'canary-of-a-visitor';

test('the log at its most talkative tells no secret, and nothing that a visitor wrote', async () => {
  test.slow();
  const { url, said, child, exit } = await serve({
    ...SETTINGS,
    RUNBAY_ENGINE: 'local',
    RUNBAY_LOG: 'debug',
    RUNBAY_SNIPPETS_PER_MINUTE: '0',
  });
  const visitor = await ApiClient.withSession(url);
  const secrets: string[] = [visitor.cookie?.split('=')[1] ?? ''];

  const program = { code: `print("${OWN}", input())`, stdin: `${OWN}\n`, language: 'python' };
  expect((await visitor.run(program)).logs.stdout.join('')).toContain(`${OWN} ${OWN}`);
  await visitor.run({ code: `raise ValueError("${OWN}")` });
  await visitor.run({ code: `import os\nos.write(2, b"${OWN}")\nos._exit(3)` });
  const reader = await visitor.stream(program);
  await reader.until('stdout');
  reader.leave();
  await visitor.post('/api/check', { code: `${OWN} = (`, language: 'python' });
  await visitor.post('/api/complete', { code: OWN, cursor: 3, language: 'python' });
  await visitor.post('/api/steps', { code: `x = "${OWN}"`, language: 'python' });
  await visitor.request(`/api/files/${OWN}.txt`, { method: 'PUT', body: OWN });
  await visitor.request(`/api/files/${OWN}.txt`);

  const shared = await visitor.post('/api/snippets', {
    ...program,
    title: OWN,
    timeoutS: 5,
    receipt: 'run',
  });
  const { id, secret } = await shared.json();
  secrets.push(secret);
  const change = { ...bearer(secret), 'Content-Type': 'application/json' };
  const patch = { method: 'PATCH', headers: change, body: JSON.stringify({ title: `${OWN}!` }) };
  expect((await visitor.request(`/api/snippets/${id}`, patch)).status).toBe(200);

  const { room } = await RoomClient.open(url, `# ${OWN}`);
  secrets.push(room.secret);
  const joined = await visitor.post(`/api/rooms/${room.code}/people`, { nickname: OWN });
  const { token } = await joined.json();
  secrets.push(token);
  const note = { kind: 'note', data: { text: OWN } };
  await visitor.post(`/api/rooms/${room.code}/messages`, note, bearer(token));

  const gateway = (apiKey: string) => new SdkLikeClient({ endpoint: url, apiKey });
  const agentBay = gateway(SETTINGS.RUNBAY_GATEWAY_KEYS);
  await agentBay.runCode(await agentBay.create(), `print("${OWN}")`, 'python');
  await gateway(`${OWN}-wrong-key`).send('ListSession', {});
  await visitor.request('/metrics', { headers: bearer(SETTINGS.RUNBAY_METRICS_TOKEN) });

  const everywhere = {
    ...bearer(OWN),
    cookie: `a=${OWN}`,
    'user-agent': OWN,
    referer: `http://a/${OWN}`,
    'x-request-id': OWN,
  };
  for (const path of [
    '/',
    '/api/run',
    `/s/${id}`,
    `/api/snippets/${id}`,
    `/embed/${id}`,
    `/${OWN}`,
    `/s/${OWN}`,
    `/r/${OWN}`,
    '/metrics',
  ]) {
    for (const method of ['GET', 'POST', 'DELETE', 'TRACE']) {
      await ask(url, `${path}?q=${OWN}`, {
        method,
        headers: everywhere,
        body: method === 'POST' ? `{"${OWN}` : '',
      });
    }
  }
  await ask(url, '/', { headers: { host: `${OWN}.example` } });

  child.kill('SIGTERM');
  await exit;
  const log = said.stdout + said.stderr;
  expect(log).toContain('"msg":"run"');
  expect(log).toContain('"level":20');
  for (const text of [OWN, ...secrets, ...Object.values(SETTINGS)]) {
    expect(text.length).toBeGreaterThan(10);
    expect(
      log.split('\n').filter((line) => line.includes(text)),
      text,
    ).toEqual([]);
  }
});

test('what is built for browsers holds no setting, no path of this machine and no source', () => {
  const files = filesIn('.next/static');
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) {
    const text = readFileSync(`.next/static${name}`, 'latin1');
    // The names stand where a value would; the values are those of the build in scripts/test.mjs.
    expect(text, name).not.toMatch(
      /canary-of-the-build|RUNBAY_SECRET|RUNBAY_GATEWAY_KEYS|AGENTBAY_API_KEY|DATABASE_URL/,
    );
    expect(text.includes(process.cwd()), `${name} names a folder of this machine`).toBe(false);
    expect(text, name).not.toMatch(/^\/\/[#@] sourceMappingURL=/m);
    // Monaco brings the map of an empty file.
    if (name.endsWith('.map')) expect(JSON.parse(text), name).toMatchObject({ sources: [] });
  }
});
