/** What the server does when something around it fails: the disk, the database, bubblewrap, the clock, its visitors. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@playwright/test';
import type { SnippetCreated } from '../lib/snippets/contract';
import { ApiClient, problemOf, sleeper } from './api-client';
import { endServers, launch, serve } from './own-server';

const UNLIMITED = { RUNBAY_SNIPPETS_PER_MINUTE: '0', RUNBAY_RUNS_PER_MINUTE: '0' };
const program = (code: string) => ({ language: 'python', code, timeoutS: 10 });
const share = (client: ApiClient, code = 'print(1)') => client.post('/api/snippets', program(code));

const cleanings: (() => void)[] = [];
test.afterEach(async () => {
  await endServers();
  for (const clean of cleanings.splice(0).reverse()) clean();
});

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'runbay-faults-'));
  cleanings.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Why there can be none here; undefined where there is one now. */
function mountDisk(at: string, mib: number): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mib}m`, 'tmpfs', at], { stdio: 'pipe' });
    cleanings.push(() => execFileSync('umount', [at]));
    return undefined;
  } catch (error) {
    return `no small disk can be mounted: ${error}`;
  }
}

/** Programs run, and what is shared can be read. */
async function goesOn(client: ApiClient, id: string): Promise<void> {
  expect((await client.run({ code: 'print("on")' })).result).toBe('on\n');
  expect((await client.request(`/s/${id}.txt`)).status).toBe(200);
}

test('on a full disk sharing is refused in words, all else goes on, and with room it shares again', async () => {
  const folder = ownFolder();
  const reason = mountDisk(folder, 32);
  test.skip(reason !== undefined, reason);
  const { url } = await serve({ ...UNLIMITED, DATA_DIR: folder });
  const client = await ApiClient.withSession(url);
  const { id }: SnippetCreated = await (await share(client)).json();
  const ballast = join(folder, 'ballast');
  const fill = () => {
    for (;;) writeFileSync(ballast, Buffer.alloc(2 ** 20), { flag: 'a' });
  };
  expect(fill).toThrow('ENOSPC');

  // How full it is, is measured once a second.
  await expect.poll(async () => (await share(client)).status).toBe(507);
  expect(await problemOf(await share(client))).toMatchObject({
    code: 'store_full',
    detail: expect.stringContaining('disk'),
  });
  await goesOn(client, id);
  const ready = await client.request('/api/ready');
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ snippets: { isFull: true } });

  rmSync(ballast);
  await expect.poll(async () => (await share(client)).status).toBe(201);
});

test('while the SQLite file is held or away sharing says when to come back, all else goes on, and then it shares again', async () => {
  const { url, dataFolder } = await serve(UNLIMITED);
  const client = await ApiClient.withSession(url);
  const { id }: SnippetCreated = await (await share(client)).json();
  const isUnavailable = async () => {
    const refused = await share(client);
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: 'store_unavailable' });
    expect(refused.headers.get('retry-after')).toBe('5');
  };

  const other = new DatabaseSync(join(dataFolder, 'snippets.sqlite'), { timeout: 1000 });
  other.exec('BEGIN IMMEDIATE');
  const refusal = isUnavailable();
  expect((await client.run({ code: 'print("on")' })).result).toBe('on\n');
  await refusal;
  await goesOn(client, id);
  other.exec('ROLLBACK');
  other.close();
  expect((await share(client)).status).toBe(201);

  renameSync(dataFolder, `${dataFolder}-away`);
  await isUnavailable();
  expect((await client.request('/api/ready')).status).toBe(503);
  expect((await client.run({ code: 'print("on")' })).result).toBe('on\n');
  renameSync(`${dataFolder}-away`, dataFolder);
  expect((await share(client)).status).toBe(201);
  await goesOn(client, id);
});

const HIDE = ['mount', '--bind', '/dev/null', '/usr/bin/bwrap'];

/** Why this test cannot take bubblewrap away from a server alone. */
function whyNoOwnMounts(): string | undefined {
  try {
    execFileSync('unshare', ['--mount', ...HIDE], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `a process cannot have mounts of its own: ${error}`;
  }
}

test('where bubblewrap cannot be used the server does not start, and says why', async () => {
  const reason = whyNoOwnMounts();
  test.skip(reason !== undefined, reason);
  const wrapper = ['unshare', '--mount', 'sh', '-c', `${HIDE.join(' ')} && exec "$@"`, 'sh'];
  const { said, exit } = launch({}, wrapper);
  expect(await exit).toEqual([1, null]);
  expect(said.stderr).toContain('cannot isolate programs on this host');
  expect(said.stderr).toMatch(/could not be started: .*bwrap/);
});

test('while bubblewrap cannot be used new sandboxes are refused in words, the others go on, and then all is well again', async () => {
  const reason = whyNoOwnMounts();
  test.skip(reason !== undefined, reason);
  const { url, child } = await serve({ RUNBAY_POOL: '0' }, ['unshare', '--mount']);
  const within = (command: string[]) =>
    execFileSync('nsenter', ['--target', String(child.pid), '--mount', ...command]);
  const visitor = await ApiClient.withSession(url);
  const guest = new ApiClient(url);
  await visitor.run({ code: 'x = 6' });

  within(HIDE);
  const refused = await guest.post('/api/run', program('1'));
  expect(await problemOf(refused)).toMatchObject({
    code: 'engine_failed',
    detail: expect.stringContaining('The sandbox could not be started'),
  });
  const ready = await guest.request('/api/ready');
  expect(ready.headers.get('retry-after')).toBe('5');
  expect(await problemOf(ready)).toMatchObject({ status: 503, code: 'engine_unavailable' });
  expect((await visitor.run({ code: 'x * 7', context: 'continue' })).result).toBe('42');

  within(['umount', '/usr/bin/bwrap']);
  expect((await guest.run({ code: 'print("on")' })).result).toBe('on\n');
  // What was found out is believed for some seconds.
  const readyAgain = async () => (await guest.request('/api/ready')).status;
  await expect.poll(readyAgain, { timeout: 20_000 }).toBe(200);
});

test('a visitor who leaves gives the only place back, whatever they wait for', async () => {
  const { url } = await serve({ ...UNLIMITED, RUNBAY_CONCURRENT_RUNS: '1', RUNBAY_POOL: '0' });
  const [leaver, other, next] = await Promise.all([1, 2, 3].map(() => ApiClient.withSession(url)));
  const isServed = async () =>
    expect((await (next as ApiClient).run({ code: 'print("on")' })).result).toBe('on\n');

  const asked = await (leaver as ApiClient).stream({ code: 'input("Who? ")' });
  await asked.until('input');
  asked.leave();
  await isServed();

  // In the queue.
  const first = await sleeper(other as ApiClient);
  const waiting = await (leaver as ApiClient).stream({ code: '1' });
  await waiting.until('queued');
  waiting.leave();
  const last = await (next as ApiClient).stream({ code: 'print("on")' });
  await last.until('queued', ({ position }) => position === 1);
  first.leave();
  await last.until('done', ({ success }) => success);

  // While a sandbox is made for them: there is none yet.
  await (leaver as ApiClient).request('/api/session', { method: 'DELETE' });
  const abort = new AbortController();
  const gone = (leaver as ApiClient).request('/api/run', {
    method: 'POST',
    body: JSON.stringify(program('import time\ntime.sleep(30)')),
    headers: { 'Content-Type': 'application/json' },
    signal: abort.signal,
  });
  await expect.poll(() => (leaver as ApiClient).state(), { intervals: [1] }).not.toBe('none');
  abort.abort();
  await expect(gone).rejects.toThrow('abort');
  await isServed();
});

test('SIGTERM under load: who ends in time ends, the others are told, nobody new is let in, and nothing acknowledged is lost', async () => {
  const { url, child, exit, dataFolder } = await serve({
    ...UNLIMITED,
    RUNBAY_CONCURRENT_RUNS: '3',
    RUNBAY_POOL: '3',
  });
  const clients = await Promise.all(Array.from({ length: 5 }, () => ApiClient.withSession(url)));
  const [quick, tidy, stubborn, late, newcomer] = clients as [
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
    ApiClient,
  ];
  const finishing = await quick.stream({ code: 'print("Hello", input("Who? "))' });
  const { runId } = await finishing.until('start');
  await finishing.until('input');
  const cleaning = await tidy.stream({
    code: 'import time\ntry:\n    print("on", flush=True)\n    time.sleep(30)\nfinally:\n    print("cleaned up")',
  });
  await cleaning.until('stdout');
  const ignoring = await stubborn.stream({
    code: 'import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nprint("on", flush=True)\ntime.sleep(30)',
  });
  await ignoring.until('stdout');
  const waiting = await late.stream({ code: '1' });
  await waiting.until('queued');

  const acknowledged: string[] = [];
  const writing = Array.from({ length: 4 }, async () => {
    for (;;) {
      const answer = await share(new ApiClient(url), `print(${acknowledged.length})`);
      if (answer.status !== 201) return;
      acknowledged.push(((await answer.json()) as SnippetCreated).id);
    }
  }).map((one) => one.catch(() => {}));
  await expect.poll(() => acknowledged.length).toBeGreaterThan(20);

  child.kill('SIGTERM');
  const refused = await waiting.all();
  expect(refused.at(-1)).toMatchObject({
    name: 'problem',
    event: { status: 503, retryAfterS: 5, detail: 'The server is shutting down.' },
  });
  // Within the time that programs have.
  const [turnedAway] = await Promise.all([
    newcomer.post('/api/run', program('1')),
    quick.post(`/api/runs/${runId}/input`, { text: 'Ada\n' }),
  ]);
  expect(turnedAway.headers.get('retry-after')).toBe('5');
  expect(await problemOf(turnedAway)).toMatchObject({ status: 503, code: 'engine_unavailable' });
  expect(await finishing.until('done')).toMatchObject({ success: true, exit: { code: 0 } });
  expect(finishing.text('stdout')).toContain('Hello Ada');
  for (const reader of [cleaning, ignoring]) {
    expect(await reader.until('done')).toMatchObject({
      exit: { reason: 'stopped' },
      errorMessage: expect.stringContaining('The server is shutting down.'),
    });
  }
  expect(cleaning.text('stdout')).toContain('cleaned up');
  expect(await exit).toEqual([0, null]);
  await Promise.all(writing);

  const after = await serve({ ...UNLIMITED, DATA_DIR: dataFolder });
  const reader = new ApiClient(after.url);
  for (const id of acknowledged) {
    expect((await reader.request(`/api/snippets/${id}`)).status, id).toBe(200);
  }
});

/** Sets the clock of a server by so many milliseconds at each SIGUSR2, one after the other. */
const clock = (jumpsMs: number[]) =>
  `data:text/javascript,${encodeURIComponent(`
    const Real = Date;
    const jumps = ${JSON.stringify(jumpsMs)};
    let shiftMs = 0;
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + shiftMs) : super(...given); }
      static now() { return Real.now() + shiftMs; }
    };
    process.on('SIGUSR2', () => {
      shiftMs += jumps.shift() ?? 0;
      console.log('clock set by ' + shiftMs);
    });`)}`;

const DAY_MS = 24 * 3600 * 1000;

test('a clock that jumps a day forward, and two back, changes nothing for sessions, limits and running programs', async () => {
  const jumps = [DAY_MS, -2 * DAY_MS];
  const { url, child, said } = await serve({
    RUNBAY_RUNS_PER_MINUTE: '12',
    NODE_OPTIONS: `--import ${clock(jumps)}`,
  });
  const visitor = await ApiClient.withSession(url);
  const busy = await ApiClient.withSession(url);
  const { id }: SnippetCreated = await (await share(visitor)).json();
  await visitor.run({ code: 'x = 0' });
  // It has had its runs of this minute.
  const run = () => busy.post('/api/run', program('1'));
  while ((await run()).status === 200);

  let shiftMs = 0;
  for (const [n, jump] of jumps.entries()) {
    const reader = await visitor.stream({
      code: `x += 1\nname = input("Who? ")\nprint(x, name)`,
      context: 'continue',
      timeoutS: 5,
    });
    const { runId } = await reader.until('start');
    await reader.until('input');
    child.kill('SIGUSR2');
    shiftMs += jump;
    await expect.poll(() => said.stdout).toContain(`clock set by ${shiftMs}\n`);
    await visitor.post(`/api/runs/${runId}/input`, { text: 'Ada\n' });
    const done = await reader.until('done');
    expect(done).toMatchObject({ success: true });
    expect(done.executionTime).toBeLessThan(60);
    expect(reader.text('stdout')).toContain(`${n + 1} Ada`);
    expect((await visitor.request(`/s/${id}.txt`)).status).toBe(200);
    const refused = await run();
    // A jump forward may end a minute early, and none makes it longer.
    if (refused.status !== 200)
      expect((await problemOf(refused)).retryAfterS).toBeLessThanOrEqual(60);
  }
  const endless = await visitor.run({ code: 'while True: pass', timeoutS: 1 });
  expect(endless.exit.reason).toBe('timed_out');
  expect((await share(visitor)).status).toBe(201);
  expect((await visitor.request('/api/ready')).status).toBe(200);
});
