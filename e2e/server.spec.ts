/** Promises of the server that need one with its own settings, or its end. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from '@playwright/test';
import { controlGroupsOf } from '../bench/host-state.mjs';
import { ApiClient, problemOf, reasonOf, sleeper } from './api-client';
import { endServers, launch, serve } from './own-server';

test.afterEach(endServers);

/** The processes below `pid`, each with its start time, so that another of the same number is not taken for it. */
function descendants(pid: number): Map<number, string> {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map<number, { parent: number; start: string }>();
  for (const name of all) {
    const stat = statOf(Number(name));
    if (stat !== undefined) parents.set(Number(name), stat);
  }
  const found = new Map<number, string>();
  const visit = (parent: number) => {
    for (const [child, stat] of parents) {
      if (stat.parent !== parent || found.has(child)) continue;
      found.set(child, stat.start);
      visit(child);
    }
  };
  visit(pid);
  return found;
}

function statOf(pid: number): { parent: number; start: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; it waits for a parent who asks how, which a container's first process may never do.
    return fields[0] === 'Z' ? undefined : { parent: Number(fields[1]), start: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function alive(processes: Map<number, string>): number[] {
  return [...processes].filter(([pid, start]) => statOf(pid)?.start === start).map(([pid]) => pid);
}

test('a client has so many runs a minute, then it is told how long to wait', async () => {
  const { url } = await serve({ RUNBAY_RUNS_PER_MINUTE: '2' });
  const guest = new ApiClient(url);
  const body = { code: '1', language: 'python' };
  const disguise = { 'X-Runbay-Address': '203.0.113.1', 'X-Forwarded-For': '203.0.113.2' };
  expect((await guest.post('/api/run', body)).status).toBe(200);
  expect((await guest.post('/api/run', body, disguise)).status).toBe(200);
  const refused = await guest.post('/api/run', body, disguise);
  const problem = await problemOf(refused);
  expect(problem).toMatchObject({ status: 429, code: 'busy' });
  expect(problem.retryAfterS).toBeLessThanOrEqual(60);
  expect(refused.headers.get('retry-after')).toBe(String(problem.retryAfterS));
  const visitor = await ApiClient.withSession(url);
  expect((await visitor.post('/api/run', body)).status).toBe(200);
  // Another two sessions from this address are one too many: it goes on as a client without one.
  await ApiClient.withSession(url);
  const { cookie } = await ApiClient.withSession(url);
  expect(cookie).toBeUndefined();
});

test('when all places are taken a run waits and sees its position; too many or too long is a 503', async () => {
  const { url } = await serve({
    RUNBAY_CONCURRENT_RUNS: '1',
    RUNBAY_QUEUE: '2',
    RUNBAY_QUEUE_WAIT_S: '2',
  });
  const clients = await Promise.all(Array.from({ length: 4 }, () => ApiClient.withSession(url)));
  const [a, b, c, d] = clients as [ApiClient, ApiClient, ApiClient, ApiClient];
  const first = await sleeper(a);
  const second = await b.stream({ code: 'import time\ntime.sleep(9)', timeoutS: 5 });
  expect(await second.until('queued')).toEqual({ type: 'queued', position: 1 });
  const third = await c.stream({ code: '1' });
  expect(await third.until('queued')).toEqual({ type: 'queued', position: 2 });

  const fourth = await d.post('/api/run', { code: '1', language: 'python' });
  expect(await problemOf(fourth)).toMatchObject({ status: 503, code: 'engine_unavailable' });
  expect(fourth.headers.get('retry-after')).toBe('2');

  await a.request(`/api/runs/${first.runId}`, { method: 'DELETE' });
  await second.until('start');
  await third.until('queued', ({ position }) => position === 1);
  const events = await third.all();
  expect(events.at(-1)).toMatchObject({
    name: 'problem',
    event: { status: 503, code: 'engine_unavailable', retryAfterS: 2 },
  });
  second.leave();
});

test('a session that nobody uses is thrown away with its files', async () => {
  const { url } = await serve({ RUNBAY_SESSION_IDLE_S: '5' });
  const visitor = await ApiClient.withSession(url);
  await visitor.run({ code: 'open("mine.txt", "w").write("x")' });
  expect(await visitor.state()).toBe('ready');
  await expect.poll(() => visitor.state(), { timeout: 8_000 }).toBe('none');
  const look = await visitor.run({ code: 'import os\nprint(os.path.exists("mine.txt"))' });
  expect(look.logs.stdout).toEqual(['False\n']);
});

test('SIGTERM ends running programs, sandboxes and the server in order within 8 s', async () => {
  const { url, child, exit } = await serve();
  const visitor = await ApiClient.withSession(url);
  const reader = await sleeper(visitor);
  await new ApiClient(url).run({ code: '1' });
  const processes = descendants(child.pid ?? 0);
  expect(processes.size).toBeGreaterThan(0);
  const began = performance.now();
  child.kill('SIGTERM');
  expect(await reasonOf(reader)).toBe('stopped');
  expect(await exit).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(8000);
  await expect.poll(() => alive(processes), { timeout: 1000 }).toEqual([]);
});

test('kill -9 of the server leaves no sandbox running', async () => {
  const { url, child, exit } = await serve();
  await sleeper(await ApiClient.withSession(url));
  const processes = descendants(child.pid ?? 0);
  expect(processes.size).toBeGreaterThan(0);
  const controlGroups = { before: controlGroupsOf(child.pid ?? 0) };
  child.kill('SIGKILL');
  await exit;
  await expect.poll(() => alive(processes), { timeout: 3000 }).toEqual([]);
  // Its folder stays behind, and its empty control groups do; the next start clears them away.
  const left = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`runbay-${child.pid}-`));
  expect(left()).toHaveLength(1);
  const { said } = await serve();
  expect(left()).toEqual([]);
  if (/control groups: version/.test(said.stdout)) expect(controlGroups.before).not.toBe(0);
  expect(controlGroupsOf(child.pid ?? 0)).toBe(0);
});

test('a server with wrong settings does not start, and lists them all', async () => {
  const { said, exit } = launch({
    ...{ RUNBAY_QUEUE: 'many', RUNBAY_LOG: 'loud', PORT: '99999' },
    RUNBAY_LANGUAGES: 'python,cobol',
  });
  expect(await exit).toEqual([1, null]);
  expect(said.stderr).toContain('PORT:');
  expect(said.stderr).toContain('RUNBAY_LANGUAGES: there is no language "cobol"');
  expect(said.stderr).toContain('RUNBAY_QUEUE: must be a whole number (it is "many")');
  expect(said.stderr).toContain('RUNBAY_LOG:');
  expect(said.stdout).not.toContain('http://');
});

test('the server says at its start which engine runs and which languages it found', async () => {
  const { said } = await serve();
  expect(said.stdout).toMatch(/^Engine: local, /m);
  expect(said.stdout).toMatch(/^Languages: Python 3\.\d+.*, JavaScript \(Node\.js \d+/m);
});
