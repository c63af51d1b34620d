import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RunEvent } from '@/lib/agentbay/contract';
import type { Engine } from '@/lib/agentbay/engines/engine';
import { Admission } from './admission';
import { EngineDouble } from './engine-double';
import { FinishedRuns } from './finished-runs';
import { type RunOrder, type RunServices, type RunSummary, ServerRun } from './server-run';
import { SessionTable } from './session-table';

let engine: EngineDouble;
let services: RunServices;
let summaries: RunSummary[];

beforeEach(() => {
  engine = new EngineDouble();
  summaries = [];
  services = makeServices(2);
});

function makeServices(concurrentRuns: number): RunServices {
  const onError = (error: unknown) => expect.unreachable(String(error));
  const limits = { concurrentRuns, queueLength: 2, queueWaitS: 15 };
  return {
    admission: new Admission(limits),
    sessions: new SessionTable({ maxSessions: 10, sessionIdleS: 10 }, () => engine, onError),
    engine: () => engine as unknown as Engine,
    runs: new Map(),
    finished: new FinishedRuns(),
    onEnd: (summary) => summaries.push(summary),
    onError,
  };
}

function begin(order: Partial<RunOrder> = {}) {
  const run = new ServerRun(
    {
      requestId: 'r',
      code: '',
      language: 'python',
      timeoutS: 60,
      context: 'fresh',
      stdin: undefined,
      sessionId: undefined,
      client: 'address',
      ...order,
    },
    services,
  );
  const events = run.events();
  return { run, events, next: async () => (await events.next()).value as RunEvent };
}

async function rest(events: AsyncIterable<RunEvent>): Promise<RunEvent[]> {
  const all: RunEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const types = (events: RunEvent[]) => events.map(({ type }) => type);
const isStopped = expect.objectContaining({ type: 'done', exit: { reason: 'stopped' } });

describe('a run on the server', () => {
  test('without a session has a sandbox of its own that is thrown away after it', async () => {
    const { run, events, next } = begin();
    expect(await next()).toMatchObject({ type: 'start', runId: run.runId });
    expect(services.runs.get(run.runId)).toBe(run);
    engine.sessions[0]?.runs[0]?.exit();
    expect(types(await rest(events))).toEqual(['done']);
    await vi.waitFor(() => expect(engine.sessions[0]?.isDisposed).toBe(true));
    expect(services.runs.size).toBe(0);
    expect(summaries).toEqual([
      {
        requestId: 'r',
        runId: run.runId,
        language: 'python',
        reason: 'exited',
        wallMs: 250,
        waitMs: expect.any(Number),
        queueMs: expect.any(Number),
        firstOutputMs: undefined,
        outputBytes: 0,
      },
    ]);
  });

  test('stops the run before it in its session, which ends with done and the reason stopped', async () => {
    const first = begin({ sessionId: 'a' });
    await first.next();
    const second = begin({ sessionId: 'a' });
    await second.next();
    expect(await rest(first.events)).toEqual([isStopped]);
    expect(engine.sessions).toHaveLength(1);
    expect(services.sessions.state('a')).toBe('busy');
    await second.events.return();
    expect(services.sessions.state('a')).toBe('ready');
  });

  test('that asks to continue is refused while its session is busy, and the other goes on', async () => {
    const first = begin({ sessionId: 'a' });
    await first.next();
    await expect(begin({ sessionId: 'a', context: 'continue' }).next()).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(services.sessions.state('a')).toBe('busy');
    expect(services.runs.size).toBe(1);
    await first.events.return();
  });

  test('waits for its turn and says where it stands', async () => {
    services = makeServices(1);
    const first = begin({ sessionId: 'a' });
    await first.next();
    const second = begin({ sessionId: 'b' });
    const third = begin({ sessionId: 'c' });
    expect(await second.next()).toEqual({ type: 'queued', position: 1 });
    expect(await third.next()).toEqual({ type: 'queued', position: 2 });
    engine.sessions[0]?.runs[0]?.exit();
    expect((await second.next()).type).toBe('start');
    expect(await third.next()).toEqual({ type: 'queued', position: 1 });
    await third.events.return();
    await second.events.return();
    await first.events.return();
  });

  test('that is stopped in the queue ends with start and done, and gives its place to the next', async () => {
    services = makeServices(1);
    const first = begin({ sessionId: 'a' });
    await first.next();
    const second = begin({ sessionId: 'b' });
    const third = begin({ sessionId: 'c' });
    await second.next();
    await third.next();
    const secondRest = rest(second.events);
    second.run.stop();
    expect(types(await secondRest)).toEqual(['start', 'done']);
    expect(await third.next()).toEqual({ type: 'queued', position: 1 });
    expect(engine.sessions).toHaveLength(1);
    await third.events.return();
    await first.events.return();
  });

  test('that the end of the server stops says so to its visitor', async () => {
    const { run, events, next } = begin({ sessionId: 'a' });
    await next();
    const all = rest(events);
    run.stop('shutdown');
    expect((await all).at(-1)).toMatchObject({
      exit: { reason: 'stopped' },
      errorMessage: expect.stringMatching(/\. The server is shutting down\.$/),
    });
  });

  test('that is stopped while its sandbox is made never starts its program', async () => {
    let open = () => {};
    engine.gate = new Promise((resolve) => (open = resolve));
    const { run, events } = begin();
    const all = rest(events);
    await new Promise(setImmediate);
    run.stop();
    open();
    expect(types(await all)).toEqual(['start', 'done']);
    expect(engine.sessions[0]?.runs).toEqual([]);
    await vi.waitFor(() => expect(engine.sessions[0]?.isDisposed).toBe(true));
  });

  test('whose client went away while it waited leaves the queue', async () => {
    services = makeServices(1);
    const first = begin();
    await first.next();
    const second = begin();
    await second.next();
    await second.events.return();
    expect(summaries.at(-1)).toMatchObject({ reason: 'left' });
    const third = begin();
    expect(await third.next()).toEqual({ type: 'queued', position: 1 });
    await third.events.return();
    await first.events.return();
  });

  test('gives its place back when its program has ended, also where nobody reads the end', async () => {
    services = makeServices(1);
    const first = begin();
    await first.next();
    engine.sessions[0]?.runs[0]?.exit();
    await first.run.finished;
    const second = begin();
    await vi.waitFor(async () => expect((await second.next()).type).toBe('start'));
    await second.events.return();
  });

  test('whose sandbox could not be made throws that, and gives everything back', async () => {
    services = makeServices(1);
    engine.gate = Promise.reject(new Error('no sandbox'));
    await expect(begin({ sessionId: 'a' }).next()).rejects.toThrow('no sandbox');
    expect(summaries.at(-1)).toMatchObject({ reason: 'failed' });
    expect(services.runs.size).toBe(0);
    engine.gate = Promise.resolve();
    const second = begin({ sessionId: 'a' });
    expect((await second.next()).type).toBe('start');
    await second.events.return();
  });

  test('leaves what it gave and what was typed to the session that made it, if it was a fresh one', async () => {
    const program = { language: 'python', code: '', timeoutS: 60 } as const;
    for (const sessionId of ['a', undefined]) {
      const { run, events, next } = begin({ sessionId });
      await next();
      run.write('Ada\n');
      run.end();
      expect(services.finished.find(run.runId, sessionId, program)).toBeUndefined();
      engine.sessions.at(-1)?.runs[0]?.exit();
      await rest(events);
      expect(services.finished.find(run.runId, sessionId, program)).toMatchObject({
        events: [{ type: 'typed', text: 'Ada\n', end: true }],
        end: { success: true, exit: { reason: 'exited' } },
        engine: 'local',
        sandbox: sessionId === undefined ? 'own' : 'session',
        truncated: false,
      });
      expect(services.finished.find(run.runId, 'b', program)).toBeUndefined();
    }
    const cell = begin({ sessionId: 'a', context: 'continue' });
    await cell.next();
    engine.sessions[0]?.runs.at(-1)?.exit();
    expect(types(await rest(cell.events))).toEqual(['done']);
    expect(services.finished.find(cell.run.runId, 'a', program)).toBeUndefined();
  });
});
