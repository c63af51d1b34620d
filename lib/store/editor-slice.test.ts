import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage, playgroundDouble, settle } from './playground-double';
import { FIRST_PROGRAMS } from './programs';
import { loadWork, SAVED_WORK_KEY, saveWork } from './saved-work';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('saved work', () => {
  it('is taken up again: language, time limit, and each language’s program', () => {
    const storage = memoryStorage();
    const before = playgroundDouble({ storage });
    before.state().restoreWork();
    before.state().setCode('print("mine")\n');
    before.state().setLanguage('javascript');
    before.state().setTimeoutS(30);
    vi.advanceTimersByTime(300);

    const { state } = playgroundDouble({ storage });
    expect(state().language).toBe('python');
    state().restoreWork();
    expect(state()).toMatchObject({
      language: 'javascript',
      timeoutS: 30,
      code: { python: 'print("mine")\n', javascript: FIRST_PROGRAMS.javascript },
    });
  });

  it('does not hold programs that were never changed', () => {
    const storage = memoryStorage();
    const { state } = playgroundDouble({ storage });
    state().restoreWork();
    state().setTimeoutS(3);
    state().flushWork();
    expect(loadWork(storage)).toEqual({ language: 'python', timeoutS: 3, code: {} });
  });

  it('is not touched before it has been read', () => {
    const storage = memoryStorage({ [SAVED_WORK_KEY]: 'precious' });
    const { state } = playgroundDouble({ storage });
    state().setCode('x\n');
    vi.advanceTimersByTime(1000);
    state().flushWork();
    expect(storage.entries[SAVED_WORK_KEY]).toBe('precious');
  });

  it.each([
    ['not JSON', '{'],
    ['an unknown version', '{"version":99,"language":"python","timeoutS":10,"code":{}}'],
    ['an unknown language', '{"version":1,"language":"cobol","timeoutS":10,"code":{}}'],
    ['a time limit out of range', '{"version":1,"language":"python","timeoutS":600,"code":{}}'],
    ['code that is no text', '{"version":1,"language":"python","timeoutS":10,"code":{"python":1}}'],
  ])('falls back to the defaults when it holds %s', (_name, text) => {
    const { state } = playgroundDouble({ storage: memoryStorage({ [SAVED_WORK_KEY]: text }) });
    state().restoreWork();
    expect(state()).toMatchObject({ language: 'python', timeoutS: 10, code: FIRST_PROGRAMS });
  });

  it('may be refused by the browser without harm', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(loadWork(storage)).toBeUndefined();
    expect(saveWork(storage, { language: 'python', timeoutS: 1, code: {} })).toBe(false);
    expect(saveWork(undefined, { language: 'python', timeoutS: 1, code: {} })).toBe(false);
  });
});

describe('the syntax check', () => {
  const found = [
    { line: 1, column: 1, endLine: 1, endColumn: 2, message: 'no', severity: 'error' as const },
  ];

  it('asks once, after typing has stopped, and only for Python', async () => {
    const { state, calls, problems } = playgroundDouble();
    problems.push(...found);
    for (const text of ['p', 'pr', 'pri(']) {
      state().setCode(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(calls).toEqual([['check', 'pri(', 'python']]);
    expect(state().problems).toEqual(found);

    state().setLanguage('javascript');
    expect(state().problems).toEqual([]);
    state().setCode('const = 1');
    await vi.advanceTimersByTimeAsync(2000);
    expect(calls).toHaveLength(1);
  });

  it('does not show what it found in an older text', async () => {
    let answer = () => {};
    const { state } = playgroundDouble({
      api: {
        check: () =>
          new Promise((resolve) => {
            answer = () => resolve(found);
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
});
