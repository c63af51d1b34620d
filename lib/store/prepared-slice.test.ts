import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliveryOf, lineCount } from '../agentbay/delivery';
import { DONE, memoryStorage, playgroundDouble, START, settle } from './playground-double';
import { KEPT_CHARACTERS, loadPrepared, PREPARED_KEY } from './prepared-input';
import { isWaitingForInput, usedInput } from './selectors';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A program that has started with that input prepared for it. */
async function runWith(text: string, stop = (_: ReturnType<typeof playgroundDouble>) => {}) {
  const playground = playgroundDouble();
  playground.state().setPreparedText(text);
  stop(playground);
  void playground.state().runProgram();
  await settle();
  await playground.latest().send(START);
  const sent = () =>
    playground.calls.filter(([name]) => name === 'sendInput').map((call) => call.slice(2));
  const shown = () =>
    playground
      .state()
      .transcript.items.map((item) => (item.kind === 'text' ? item.text : ''))
      .join('\n');
  return { ...playground, sent, shown };
}

const input = (prompt: string) => ({ type: 'input', prompt }) as const;
const stdout = (text: string) => ({ type: 'stdout', text }) as const;

describe('prepared input', () => {
  it('answers each question after it, and ends with its last line', async () => {
    const { latest, sent, shown, state } = await runWith('Ada\n36');
    expect(latest().request).not.toHaveProperty('stdin');
    await latest().send(stdout('Name? '), input('Name? '));
    expect(sent()).toEqual([['Ada\n', false]]);
    expect(isWaitingForInput(state())).toBe(false);
    await latest().send(stdout('Age?\n'), input(''));
    expect(sent()).toEqual([
      ['Ada\n', false],
      ['36\n', true],
    ]);
    expect(shown()).toBe('Name? Ada\nAge?\n36\n');
    expect(state().run?.isInteractive).toBe(false);
  });

  it('goes whole to a program that only reads', async () => {
    const { latest, sent, shown } = await runWith('1\n\n3\n');
    await latest().send(input(''));
    expect(sent()).toEqual([['1\n\n3\n', true]]);
    expect(shown()).toBe('1\n\n3\n');
  });

  it('goes on whole after a question, where the program asks for nothing more', async () => {
    const { latest, sent } = await runWith('3\n10\n20\n30\n');
    await latest().send(stdout('How many? '), input('How many? '), input('How many? '));
    expect(sent()).toEqual([
      ['3\n', false],
      ['10\n20\n30\n', true],
    ]);
  });

  it('is given with the start where it is long, which is said', async () => {
    const text = 'x\n'.repeat(51);
    const { latest, sent, shown } = await runWith(text);
    expect(latest().request.stdin).toBe(text);
    expect(shown()).toContain('51 prepared lines');
    expect(sent()).toEqual([]);
  });

  it('that is switched off, or not for this language, is not used', async () => {
    const off = await runWith('Ada', ({ state }) => state().switchPrepared(false));
    await off.latest().send(input('? '));
    expect(off.sent()).toEqual([]);
    expect(isWaitingForInput(off.state())).toBe(true);
    const other = await runWith('Ada', ({ state }) => state().setLanguage('javascript'));
    await other.latest().send({ ...input('? ') });
    expect(other.sent()).toEqual([]);
  });

  it('is for programs: a cell of the prompt asks', async () => {
    const { state, latest, sent } = await runWith('Ada');
    await latest().send(DONE);
    state().setPromptText('input()');
    void state().enterPrompt();
    await settle();
    await latest().send(START, input(''));
    expect(sent()).toEqual([]);
    expect(isWaitingForInput(state())).toBe(true);
  });

  it('that is used up is named where the program fails by that', async () => {
    const { latest, shown } = await runWith('one');
    const error = { type: 'error', name: 'EOFError', value: '', traceback: 'EOFError' } as const;
    await latest().send(stdout('? '), input('? '), error, { ...DONE, success: false });
    expect(shown()).toContain('more input than the 1 line that was prepared');
  });
});

describe('the kept input', () => {
  it('comes back for each language, with its switch and whether the field is open', () => {
    const storage = memoryStorage();
    const { state } = playgroundDouble({ storage });
    state().restorePrepared();
    state().setPreparedText('Ada');
    state().setLanguage('javascript');
    state().setPreparedText('Bob');
    state().switchPrepared(false);
    state().openPrepared(true);
    vi.advanceTimersByTime(300);
    const after = playgroundDouble({ storage });
    expect(usedInput(after.state())).toBeUndefined();
    after.state().restorePrepared();
    expect(after.state()).toMatchObject({ preparedOpen: true, preparedWantsFocus: false });
    expect(usedInput(after.state())).toBe('Ada');
    after.state().setLanguage('javascript');
    expect(usedInput(after.state())).toBeUndefined();
    expect(after.state().preparedInputs.javascript?.text).toBe('Bob');
  });

  it('keeps what another tab has prepared for another language', () => {
    const storage = memoryStorage();
    const one = playgroundDouble({ storage });
    const other = playgroundDouble({ storage });
    for (const { state } of [one, other]) state().restorePrepared();
    one.state().setPreparedText('Ada');
    one.state().flushPrepared();
    other.state().setLanguage('javascript');
    other.state().setPreparedText('Bob');
    other.state().flushPrepared();
    expect(loadPrepared(storage)?.inputs).toEqual({
      python: { text: 'Ada', on: true },
      javascript: { text: 'Bob', on: true },
    });
  });

  it('is not touched before it has been read, nor taken from what is not ours', () => {
    const storage = memoryStorage({ [PREPARED_KEY]: '{"version":7}' });
    const { state } = playgroundDouble({ storage });
    state().setPreparedText('x');
    vi.advanceTimersByTime(1000);
    expect(storage.entries[PREPARED_KEY]).toBe('{"version":7}');
    state().restorePrepared();
    expect(usedInput(state())).toBe('x');
  });

  it('leaves out what is too long to be kept', () => {
    const storage = memoryStorage();
    const { state } = playgroundDouble({ storage });
    state().restorePrepared();
    state().setPreparedText('x'.repeat(KEPT_CHARACTERS + 1));
    state().flushPrepared();
    expect(loadPrepared(storage)).toEqual({ open: false, inputs: {} });
  });
});

it('lines are counted with or without the end of the last one', () => {
  expect(['', 'a', 'a\n', 'a\nb', '\n', 'a\n\n'].map(lineCount)).toEqual([0, 1, 1, 2, 1, 2]);
  expect(deliveryOf('')).toEqual({});
  expect(deliveryOf('a\n\n')).toEqual({ lines: ['a', ''] });
});
