/** Many at once, and many one after the other: short forms of `npm run load` and `npm run soak`. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { smallProgram } from '../bench/class-programs.mjs';
import { simulateCrowd } from '../bench/crowd.mjs';
import { soak } from '../bench/soak.mjs';
import { endServers, serve } from './own-server';

test.afterEach(endServers);

test('a class of 40 with twice as few sessions as people: each run comes to its end', async () => {
  const { url } = await serve({
    RUNBAY_TRUSTED_PROXIES: '1',
    RUNBAY_SESSIONS: '20',
    RUNBAY_QUEUE_WAIT_S: '60',
  });
  const figures = await simulateCrowd({
    ...{ url, people: 40, seconds: 10, everyMs: 5000, program: smallProgram },
  });
  expect(figures).toMatchObject({ refused: {}, wrong: {}, withoutSession: 0 });
  expect(figures.runs).toBeGreaterThanOrEqual(40);
});

test('a crowd that is too large is refused in words and told when to come back', async () => {
  const { url } = await serve({
    RUNBAY_CONCURRENT_RUNS: '2',
    RUNBAY_QUEUE: '4',
    RUNBAY_QUEUE_WAIT_S: '1',
    RUNBAY_RUNS_PER_MINUTE: '30',
  });
  const figures = await simulateCrowd({
    ...{ url, people: 60, seconds: 3, everyMs: 1000, oneAddress: true, program: smallProgram },
  });
  expect(figures).toMatchObject({ wrong: {}, refusedWithoutRetryAfter: 0 });
  expect(Object.keys(figures.refused).join()).toMatch(/429 busy|503 engine_unavailable/);
  expect(figures.runs).toBeGreaterThan(0);
  // Afterwards whoever comes is served.
  const later = await simulateCrowd({
    ...{ url, people: 1, seconds: 0.1, everyMs: 1000, program: smallProgram },
  });
  expect(later.runs + (later.refused['429 busy'] ?? 0)).toBe(1);
});

test('300 runs, a tenth of them hostile, leave nothing on the host', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'runbay-soak-'));
  // Sandboxes run as other users.
  chmodSync(folder, 0o755);
  try {
    const { url, child } = await serve({ TMPDIR: folder, RUNBAY_RUNS_PER_MINUTE: '0' });
    const pid = child.pid ?? 0;
    const figures = await soak({ url, pid, folder, runs: 300, workers: 6 });
    expect(figures).toMatchObject({ runs: 300, hostile: 30, wrong: {}, leftovers: [] });
    await endServers();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
