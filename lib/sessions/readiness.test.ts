import { expect, test, vi } from 'vitest';
import type { Engine } from '@/lib/agentbay/engines/engine';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { Readiness } from './readiness';

function makeReadiness(probe: () => Promise<void>, probeLimitMs = 60_000) {
  const state = { nowMs: 1000, isClosed: false, probes: 0 };
  const status = { engine: 'local', mode: 'full', facts: [] };
  const engine = {
    name: 'local',
    status: async () => status,
    probe: () => {
      state.probes += 1;
      return probe();
    },
  } as unknown as Engine;
  const host = () => ({ admission: { isClosed: state.isClosed }, engine: () => engine });
  const now = () => state.nowMs;
  const readiness = new Readiness(host, { knownForMs: 5000, probeLimitMs, now });
  return { state, status, check: () => readiness.check() };
}

test('many that ask, together or within five seconds, cost one program', async () => {
  const { state, status, check } = makeReadiness(async () => {});
  expect(await Promise.all([check(), check(), check()])).toEqual([status, status, status]);
  state.nowMs += 4999;
  await check();
  expect(state.probes).toBe(1);
  state.nowMs += 1;
  await check();
  expect(state.probes).toBe(2);
});

test('a clock that is set back does not keep an old answer alive', async () => {
  const { state, check } = makeReadiness(async () => {});
  await check();
  state.nowMs -= 3_600_000;
  await check();
  expect(state.probes).toBe(2);
});

test('what is wrong is said in words, counts for five seconds too, and is over when it is over', async () => {
  vi.spyOn(log(), 'error').mockReturnValue(undefined);
  let isBroken = true;
  const { state, check } = makeReadiness(async () => {
    if (isBroken) throw new AppError('engine_failed', 'No sandbox starts: bwrap is missing.');
  });
  const refusal = { code: 'engine_unavailable', retryAfterS: 5 };
  await expect(check()).rejects.toMatchObject(refusal);
  await expect(check()).rejects.toThrow(
    'The local engine cannot run a program now. No sandbox starts: bwrap is missing.',
  );
  expect(state.probes).toBe(1);
  isBroken = false;
  state.nowMs += 5000;
  await expect(check()).resolves.toMatchObject({ mode: 'full' });
  vi.restoreAllMocks();
});

test('an error that is none of ours is not shown to the world', async () => {
  vi.spyOn(log(), 'error').mockReturnValue(undefined);
  const { check } = makeReadiness(async () => {
    throw new Error('EACCES: /root/secret');
  });
  await expect(check()).rejects.toThrow(/^The local engine cannot run a program now\. The log/);
  vi.restoreAllMocks();
});

test('a probe that hangs is not waited for, and no second one begins', async () => {
  const { state, check } = makeReadiness(() => new Promise(() => {}), 1);
  await expect(check()).rejects.toThrow(/has not ended within 0.001 s/);
  await expect(check()).rejects.toThrow(/has not ended/);
  expect(state.probes).toBe(1);
});

test('a server that ends is not ready', async () => {
  const { state, check } = makeReadiness(async () => {});
  await check();
  state.isClosed = true;
  await expect(check()).rejects.toThrow('The server is shutting down.');
});
