import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckProblem } from '../agentbay/contract';
import { ENGLISH } from '../messages/testing';
import type { Checker } from './check-slice';
import { DONE, playgroundDouble, START, settle } from './playground-double';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const PROBLEM: CheckProblem = {
  name: 'SyntaxError',
  line: 1,
  column: 4,
  endLine: 1,
  endColumn: 5,
  message: "'(' was never closed",
  severity: 'error',
};

describe('the check while one types', () => {
  it('asks the server once, after typing has stopped', async () => {
    const { state, calls, problems } = playgroundDouble();
    problems.push(PROBLEM);
    for (const text of ['p', 'pr', 'pri(']) {
      state().setCode(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(calls).toEqual([['check', 'pri(', 'python']]);
    expect(state().problems).toEqual([PROBLEM]);
    state().setCode('pri()');
    expect(state().problems).toEqual([]);
  });

  it('does not show what it found in an older text', async () => {
    let answer = () => {};
    const { state } = playgroundDouble({
      api: {
        check: () =>
          new Promise((resolve) => {
            answer = () => resolve([PROBLEM]);
          }),
      },
    });
    state().setCode('pri(');
    await vi.advanceTimersByTimeAsync(700);
    state().setCode('print()');
    answer();
    await settle();
    expect(state().problems).toEqual([]);
  });

  it('fails silently', async () => {
    const { state } = playgroundDouble({ api: { check: () => Promise.reject(new Error('down')) } });
    state().setCode('x');
    await vi.advanceTimersByTimeAsync(700);
    expect(state().problems).toEqual([]);
  });

  it('is done in the browser where it can be', async () => {
    const { state, calls } = playgroundDouble();
    const lint = vi.fn(async () => [PROBLEM]);
    state().setCode('pri(');
    state().setChecker('python', { lint, seemsBroken: async () => true });
    await vi.advanceTimersByTimeAsync(2000);
    expect(state().problems).toEqual([PROBLEM]);
    // The underline stays where it is until there is something newer to say.
    state().setCode('prin(');
    expect(state().problems).toEqual([PROBLEM]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(lint.mock.calls).toEqual([['pri('], ['prin(']]);
    expect(calls).toEqual([]);

    state().setLanguage('javascript');
    expect(state().problems).toEqual([]);
  });

  it('is left to a checker that shows what it finds', async () => {
    const { state, calls } = playgroundDouble();
    state().setChecker('javascript', { seemsBroken: async () => true });
    state().setLanguage('javascript');
    state().setCode('const = 1');
    await vi.advanceTimersByTimeAsync(2000);
    expect(calls).toEqual([]);
  });
});

describe('before a run', () => {
  /** A playground with output of an earlier run, and a program that the browser suspects. */
  const suspected = async (checker: Partial<Checker> = {}, api = {}) => {
    const playground = playgroundDouble({ api });
    const { state, latest } = playground;
    void state().runProgram();
    await settle();
    await latest().send(START, { type: 'stdout', text: 'earlier\n' }, DONE);
    state().setCode('f(\n');
    state().setChecker('python', { seemsBroken: async () => true, ...checker });
    return playground;
  };

  it('a program that does not parse is not started; the console says why below what was there', async () => {
    const { state, runs, problems } = await suspected();
    problems.push(PROBLEM);
    await state().runProgram();
    expect(runs).toHaveLength(1);
    expect(state().transcript.toText(ENGLISH)).toBe(
      'earlier\n' +
        '  File "/workspace/main.py", line 1\n    f(\n       ^\n' +
        "SyntaxError: '(' was never closed\n",
    );
    expect(state()).toMatchObject({
      phase: 'finished',
      run: { runId: undefined, end: { kind: 'refused', error: { line: 1 } } },
      runMark: { kind: 'error', line: 1, message: "SyntaxError: '(' was never closed" },
    });

    // What the error means may still be on its way; it is no text of the program's.
    const text = state().transcript.toText(ENGLISH);
    await state().runProgram();
    expect(state().transcript.toText(ENGLISH)).toBe(text);
  });

  it('a program that the interpreter would run is run, whatever the browser thinks of it', async () => {
    const { state, runs } = await suspected();
    void state().runProgram();
    await settle();
    expect(runs).toHaveLength(2);
  });

  it.each([
    ['the browser takes long', { seemsBroken: () => new Promise<boolean>(() => {}) }, {}],
    ['the browser fails', { seemsBroken: () => Promise.reject(new Error('worker')) }, {}],
    ['the server takes long', {}, { check: () => new Promise<CheckProblem[]>(() => {}) }],
    ['the server fails', {}, { check: () => Promise.reject(new Error('down')) }],
  ])('a program is run where %s', async (_, checker, api) => {
    const { state, runs, problems } = await suspected(checker, api);
    problems.push(PROBLEM);
    void state().runProgram();
    await vi.advanceTimersByTimeAsync(2000);
    expect(runs).toHaveLength(2);
  });

  it('a program that has changed meanwhile is run', async () => {
    const { state, runs, problems } = await suspected();
    problems.push(PROBLEM);
    void state().runProgram();
    state().setCode('f()\n');
    await settle();
    expect(runs.at(-1)?.request.code).toBe('f()\n');
  });

  it('pressing twice starts one run', async () => {
    const { state, runs } = await suspected({ seemsBroken: async () => false });
    void state().runProgram();
    void state().runProgram();
    await settle();
    expect(runs).toHaveLength(2);
  });

  it('a program that still runs goes on', async () => {
    const { state, latest, problems } = playgroundDouble();
    void state().runProgram();
    await settle();
    await latest().send(START);
    state().setCode('f(\n');
    problems.push(PROBLEM);
    state().setChecker('python', { seemsBroken: async () => true });
    await state().runProgram();
    expect(state().phase).toBe('running');
    await latest().send({ type: 'stdout', text: 'still here\n' }, DONE);
    expect(state().transcript.toText(ENGLISH)).toContain('still here\n');
  });
});
