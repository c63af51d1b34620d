import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage, playgroundDouble } from './playground-double';
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
