/** A day of visitors on the cloud engine, whose sessions cost money: none is made twice, none is forgotten. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CloudEngine } from '@/lib/agentbay/engines/cloud/cloud-engine';
import { FakeCloud, output } from '@/lib/agentbay/engines/cloud/testing/fake-cloud';
import type { Transport } from '@/lib/agentbay/engines/cloud/wire/transport';
import { run } from '@/lib/agentbay/engines/testing';
import { parseConfig } from '@/lib/config';
import { log } from '@/lib/log';
import { SessionTable } from './session-table';

const HOUR_MS = 3_600_000;
const IDLE_S = 600;
const VISITORS = 30;

/** The same numbers each time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

let cloud: FakeCloud;
const problems: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  for (const level of ['info', 'warn'] as const) {
    vi.spyOn(log(), level).mockImplementation(() => {});
  }
  cloud = new FakeCloud();
  problems.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function server() {
  const config = parseConfig({
    AGENTBAY_API_KEY: cloud.key,
    RUNBAY_SECRET: 'a-secret-of-the-tests',
    RUNBAY_SESSION_IDLE_S: String(IDLE_S),
  });
  if (config.agentBay === undefined) throw new Error('no key');
  let isDead = false;
  const transport: Transport = (call) => (isDead ? new Promise(() => {}) : cloud.transport(call));
  const engine = new CloudEngine(config, config.agentBay, transport);
  const table = new SessionTable(
    config,
    () => engine,
    (error) => problems.push(error),
  );
  // Nothing of it reaches AgentBay any more.
  const kill = () => {
    isDead = true;
  };
  return { engine, table, kill };
}

const running = () => [...cloud.sessions.values()].filter(({ state }) => state === 'running');

test('over a day of visits, failures and restarts each session that was made is given back', async () => {
  const random = randomOf(20_261_123);
  let { engine, table, kill } = server();
  let runs = 0;
  let failed = 0;
  let released = 0;
  let killedAt = 0;
  cloud.program = async ({ code }) => {
    runs += 1;
    await new Promise((resolve) => setTimeout(resolve, Number(code)));
    return output();
  };

  const visit = async (visitor: string) => {
    const place = table.enter(visitor);
    try {
      const session = await place.session('python');
      const context = random() < 0.4 ? 'continue' : 'fresh';
      await run(session, 'python', String(Math.floor(random() * 3000)), { context });
    } catch {
      failed += 1;
    } finally {
      place.leave();
    }
  };

  let unsettled = 0;
  const visits = {
    push: (visit: Promise<void>) => {
      unsettled += 1;
      void visit.then(() => {
        unsettled -= 1;
      });
    },
  };
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    // A class in the morning, a few in the afternoon, nobody at night.
    const hour = minute / 60;
    const rate = hour > 8 && hour < 12 ? 4 : hour > 13 && hour < 20 ? 0.7 : 0.02;
    for (let n = Math.floor(rate + random()); n > 0; n -= 1) {
      visits.push(visit(`visitor ${Math.floor(random() * VISITORS)}`));
      // Two tabs of one visitor.
      if (random() < 0.1) visits.push(visit(`visitor ${Math.floor(random() * VISITORS)}`));
    }
    const chance = random();
    if (chance < 0.02) cloud.fail('CreateMcpSession', 'cut', random() < 0.5);
    else if (chance < 0.04) cloud.fail('DeleteSessionAsync', 'cut', random() < 0.5);
    else if (chance < 0.06) cloud.fail('CallMcpTool', 'cut', true);
    else if (chance < 0.08) cloud.fail('CreateMcpSession', { status: 503, body: 'x' });
    else if (chance < 0.1) cloud.fail('ListSession', { status: 500, body: 'x' });
    else if (chance < 0.12) {
      const [any] = running();
      if (any !== undefined) {
        cloud.release(any.id);
        released += 1;
      }
    }
    if (minute === 10 * 60) {
      // Killed: it gives nothing back. The next one, with the same secret, does.
      expect(running().length).toBeGreaterThan(1);
      kill();
      killedAt = running().length;
      ({ engine, table, kill } = server());
      await engine.status();
    }
    await vi.advanceTimersByTimeAsync(60_000);
  }
  await vi.advanceTimersByTimeAsync(HOUR_MS);
  // Those of the killed server never come back.
  expect(unsettled).toBeLessThanOrEqual(killedAt);

  expect(runs).toBeGreaterThan(800);
  expect(failed).toBeLessThan(runs / 10);
  expect(cloud.mostOfOneOwner).toBe(1);
  // Also without the end of the server, which would give back what is left.
  expect(running()).toEqual([]);
  expect(cloud.created).toBe(cloud.deleted + released);
  expect(cloud.created).toBeLessThanOrEqual(runs);
  expect(problems.every((error) => String(error).includes('AgentBay'))).toBe(true);
  await engine.dispose();
});

test('a server that ends gives everything back at once, busy sessions too', async () => {
  const { engine, table } = server();
  cloud.program = () => new Promise(() => {});
  const visits = ['ann', 'bob'].map(async (visitor) => {
    const place = table.enter(visitor);
    const session = await place.session('python');
    await run(session, 'python', '1').catch(() => undefined);
    place.leave();
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(running()).toHaveLength(2);
  await engine.dispose();
  await Promise.all(visits);
  expect(running()).toEqual([]);
  expect([cloud.created, cloud.deleted]).toEqual([2, 2]);
});
