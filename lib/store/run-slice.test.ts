import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../agentbay/contract';
import { OFFLINE, ProblemError } from '../client/problem';
import { ENGLISH } from '../messages/testing';
import { DONE, playgroundDouble, START, settle } from './playground-double';
import { isActive, isInteractive, isWaitingForInput } from './selectors';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A playground in which the first program runs. */
const running = async (code = 'print(1)\n') => {
  const playground = playgroundDouble();
  playground.state().setCode(code);
  void playground.state().runProgram();
  await settle();
  await playground.latest().send(START);
  return playground;
};

describe('a run', () => {
  it('goes from idle over starting and running to finished', async () => {
    const { state, store, latest } = playgroundDouble();
    const phases: string[] = [state().phase];
    store.subscribe(({ phase }) => {
      if (phases.at(-1) !== phase) phases.push(phase);
    });
    const ended = state().runProgram();
    await settle();
    await latest().send({ type: 'queued', position: 2 });
    expect(state().run?.queuePosition).toBe(2);
    await latest().send(START, { type: 'stdout', text: 'hello\n' }, DONE);
    expect(phases).toEqual(['idle', 'starting', 'running', 'finished']);
    expect(state().run).toMatchObject({
      queuePosition: undefined,
      end: { kind: 'done', done: DONE },
    });
    expect(state().transcript.toText(ENGLISH)).toBe('hello\n');
    expect(state().outputVersion).toBe(state().transcript.version);
    await latest().cut();
    await ended;
  });

  it('remembers for each line how far the run was when its first text came', async () => {
    const { state, latest, clock } = await running();
    clock.nowMs += 250;
    await latest().send({ type: 'stdout', text: 'one\ntw' });
    clock.nowMs += 1000;
    await latest().send({ type: 'stdout', text: 'o\nthree\n' });
    const times = state().transcript.items.map((item) => item.kind === 'text' && item.atS);
    expect(times).toEqual([0.25, 0.25, 1.25, undefined]);
  });

  it('sends the program as it is, in a fresh context, after the session is there', async () => {
    let openSession = () => {};
    const { state, runs } = playgroundDouble({
      api: {
        session: () =>
          new Promise((resolve) => {
            openSession = () => resolve({ engine: 'local', state: 'none', idleTimeoutS: 1 });
          }),
      },
    });
    state().setCode('x = 1\n');
    state().setTimeoutS(7);
    void state().runProgram();
    await settle();
    expect(runs).toHaveLength(0);
    openSession();
    await settle();
    expect(runs[0]?.request).toEqual({
      code: 'x = 1\n',
      files: [],
      language: 'python',
      timeoutS: 7,
      context: 'fresh',
    });
  });

  it('is not started twice by two quick presses', async () => {
    const { state, runs } = playgroundDouble();
    void state().runProgram();
    void state().runProgram();
    await settle();
    expect(runs).toHaveLength(1);
  });

  it('takes the place of one that still runs, whose late events are dropped', async () => {
    const { state, runs } = await running();
    void state().runProgram();
    await settle();
    const [first, second] = runs;
    expect(first?.signal.aborted).toBe(true);
    await first?.send({ type: 'stdout', text: 'late\n' }, DONE);
    expect(state().phase).toBe('starting');
    await second?.send({ ...START, runId: 'run-2' } as typeof START, {
      type: 'stdout',
      text: 'new\n',
    });
    expect(state().transcript.toText(ENGLISH)).toBe('new\n');
    expect(state().run?.runId).toBe('run-2');
  });
});

describe('stopping', () => {
  it('is polite, and waits for the end that the server tells', async () => {
    const { state, latest, calls } = await running();
    await state().stopProgram();
    expect(calls).toContainEqual(['stop', 'run-1']);
    expect(state().phase).toBe('stopping');
    expect(isActive(state())).toBe(true);
    const stopped = { ...DONE, success: false, exit: { reason: 'stopped' as const } };
    await latest().send(stopped);
    expect(state().run?.end).toEqual({ kind: 'done', done: stopped });
    expect(latest().signal.aborted).toBe(false);
  });

  it('ends a program that has not started yet at once', async () => {
    const { state, latest } = playgroundDouble();
    void state().runProgram();
    await settle();
    await state().stopProgram();
    expect(state()).toMatchObject({ phase: 'finished', run: { end: { kind: 'stopped' } } });
    expect(latest().signal.aborted).toBe(true);
    expect(state().transcript.isEmpty).toBe(true);
  });

  it('closes the stream of a server that does not answer', async () => {
    const { state, latest } = await running();
    await state().stopProgram();
    vi.advanceTimersByTime(6000);
    expect(state()).toMatchObject({ phase: 'finished', run: { end: { kind: 'stopped' } } });
    expect(latest().signal.aborted).toBe(true);
  });

  it('does nothing when nothing runs', async () => {
    const { state, calls } = playgroundDouble();
    await state().stopProgram();
    expect(state().phase).toBe('idle');
    expect(calls).toEqual([]);
  });
});

describe('input', () => {
  it('is asked for after the prompt, sent as a line, and kept in the transcript', async () => {
    const { state, latest, calls } = await running();
    await latest().send({ type: 'stdout', text: 'Name: ' }, { type: 'input', prompt: 'Name: ' });
    expect(isWaitingForInput(state())).toBe(true);
    await state().sendLine('Ada');
    expect(calls).toContainEqual(['sendInput', 'run-1', 'Ada\n', false]);
    expect(isWaitingForInput(state())).toBe(false);
    expect(isInteractive(state())).toBe(true);
    await latest().send({ type: 'stdout', text: 'Hello Ada\n' }, DONE);
    expect(state().transcript.toText(ENGLISH)).toBe('Name: Ada\nHello Ada\n');
    expect(isInteractive(state())).toBe(false);
  });

  it('can be ended', async () => {
    const { state, latest, calls } = await running();
    await latest().send({ type: 'input', prompt: '' });
    await state().endInput('');
    expect(calls).toContainEqual(['sendInput', 'run-1', '', true]);
  });

  it('that is typed ahead waits for the question that it answers', async () => {
    const { state, latest, calls } = await running();
    await latest().send({ type: 'stdout', text: 'a? ' }, { type: 'input', prompt: 'a? ' });
    await state().sendLine('1');
    await state().sendLine('2');
    await latest().send({ type: 'stdout', text: 'b? ' });
    expect(calls).toHaveLength(1);
    await latest().send({ type: 'input', prompt: 'b? ' });
    expect(calls).toHaveLength(2);
    expect(state().transcript.toText(ENGLISH)).toBe('a? 1\nb? 2\n');
    expect(isWaitingForInput(state())).toBe(false);
  });

  it('that is typed ahead goes to a program that reads without asking', async () => {
    const { state, calls } = await running();
    await state().sendLine('1');
    await state().endInput('');
    await vi.advanceTimersByTimeAsync(250);
    expect(calls).toEqual([
      ['sendInput', 'run-1', '1\n', false],
      ['sendInput', 'run-1', '', true],
    ]);
  });

  it('is asked for again when it did not get through', async () => {
    const playground = playgroundDouble({
      api: { sendInput: () => Promise.reject(new ProblemError(OFFLINE)) },
    });
    const { state, latest } = playground;
    void state().runProgram();
    await settle();
    await latest().send(START, { type: 'input', prompt: '? ' });
    await state().sendLine('x');
    expect(isWaitingForInput(state())).toBe(true);
    expect(state().transcript.toText(ENGLISH)).toContain('The server cannot be reached');
  });

  it('does not count the time that the user thinks', async () => {
    const { state, latest, clock } = await running();
    expect(state().run?.startedAtMs).toBe(1000);
    clock.nowMs = 2000;
    await latest().send({ type: 'input', prompt: '' });
    clock.nowMs = 62_000;
    await state().sendLine('done');
    expect(state().run?.startedAtMs).toBe(61_000);
  });
});

describe('failures that are ours', () => {
  it('are shown with advice, and the program is kept', async () => {
    const { state, latest } = playgroundDouble();
    state().setCode('precious()\n');
    void state().runProgram();
    await settle();
    const busy: Problem = {
      type: 'about:blank',
      title: 'Too many requests',
      status: 429,
      detail: 'Wait.',
      code: 'busy',
      requestId: 'req-1',
      retryAfterS: 5,
    };
    await latest().fail(new ProblemError(busy));
    expect(state()).toMatchObject({
      phase: 'finished',
      run: { end: { kind: 'problem', problem: busy } },
      code: { python: 'precious()\n' },
    });
    expect(state().transcript.items).toContainEqual({
      kind: 'problem',
      problem: busy,
      lost: 'run',
    });
  });

  it('keep the output that came before the connection was lost', async () => {
    const { state, latest } = await running();
    await latest().send({ type: 'stdout', text: 'so far' });
    await latest().cut();
    expect(state().run?.end).toMatchObject({
      kind: 'problem',
      problem: { code: 'connection_lost' },
    });
    expect(state().transcript.toText(ENGLISH)).toMatch(/^so far\nThe connection was lost/);
  });

  it('of the session are told by the run, which asks for one again', async () => {
    let tries = 0;
    const { state, runs } = playgroundDouble({
      api: {
        session: async () => {
          tries += 1;
          if (tries < 2) throw new ProblemError(OFFLINE);
          return { engine: 'local', state: 'none', idleTimeoutS: 1 };
        },
      },
    });
    await state().runProgram();
    expect(state().run?.end).toMatchObject({ kind: 'problem', problem: OFFLINE });
    void state().runProgram();
    await settle();
    expect(runs).toHaveLength(1);
  });
});

describe('marks in the editor', () => {
  const error = {
    type: 'error',
    name: 'ZeroDivisionError',
    value: 'division by zero',
    traceback: 'Traceback\nZeroDivisionError: division by zero\n',
    line: 2,
    column: 5,
  } as const;

  it('stand on the line of an exception until the program is changed or run again', async () => {
    const { state, latest } = await running();
    await latest().send(error, { ...DONE, success: false, exit: { reason: 'exited', code: 1 } });
    expect(state().runMark).toEqual({
      kind: 'error',
      line: 2,
      column: 5,
      message: 'ZeroDivisionError: division by zero',
    });
    state().setCode('print(2)\n');
    expect(state().runMark).toBeUndefined();
  });

  it('stand on the line at which a program was cut short', async () => {
    const { state, latest } = await running();
    const interrupted = {
      ...error,
      name: 'KeyboardInterrupt',
      value: '',
      traceback: 'KeyboardInterrupt',
    };
    await latest().send(interrupted, {
      ...DONE,
      success: false,
      errorMessage: 'Stopped after 10 s: line 3 was running.',
      exit: { reason: 'timed_out', line: 3 },
    });
    expect(state().runMark).toMatchObject({ kind: 'stopped', line: 3 });
    expect(state().transcript.isEmpty).toBe(true);
  });

  it('are not set on a program that is no longer the one that ran', async () => {
    const { state, latest } = await running();
    state().setCode('# another\n');
    await latest().send(error);
    expect(state().runMark).toBeUndefined();
    expect(state().transcript.toText(ENGLISH)).toContain('ZeroDivisionError');
  });
});
