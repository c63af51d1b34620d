import { describe, expect, it } from 'vitest';
import { DONE, memoryStorage, playgroundDouble, START, settle } from './playground-double';
import {
  beginWalk,
  HISTORY_KEY,
  loadHistory,
  saveHistory,
  textOfWalk,
  walkOn,
  withEntry,
} from './prompt-history';

const startOf = (runId: string) => ({ ...START, runId }) as typeof START;
const doneAs = (executionCount: number) => ({ ...DONE, executionCount });

type Playground = ReturnType<typeof playgroundDouble>;

/** Enters a cell, which ends as the `count`th run of its context. */
async function enter({ state, latest }: Playground, code: string, count: number) {
  state().setPromptText(code);
  void state().enterPrompt();
  await settle();
  await latest().send(startOf(`run-${count}`), doneAs(count));
}

const textOf = ({ store }: Playground) =>
  store
    .getState()
    .transcript.items.map((item) => (item.kind === 'text' ? item.text : ''))
    .join('\n');

describe('a cell', () => {
  it('runs in the context there is, under what the program has shown', async () => {
    const playground = playgroundDouble();
    const { state, latest, runs } = playground;
    state().setCode('x = 6\n');
    void state().runProgram();
    await settle();
    await latest().send(START, { type: 'stdout', text: 'six\n' }, doneAs(1));
    await enter(playground, 'x * 7\n', 2);
    expect(runs[1]?.request).toMatchObject({
      code: 'x * 7',
      language: 'python',
      timeoutS: 10,
      context: 'continue',
    });
    expect(textOf(playground)).toBe('six\n>>> x * 7\n');
    expect(state()).toMatchObject({ promptText: { python: '' }, phase: 'finished' });
    expect(state().contextRuns).toEqual({ python: 2 });
  });

  it('does not mark the program in the editor, and leaves its mark alone', async () => {
    const playground = playgroundDouble();
    const { state, latest } = playground;
    const error = { type: 'error', name: 'E', value: '', traceback: 'E', line: 1 } as const;
    void state().runProgram();
    await settle();
    await latest().send(START, error, doneAs(1));
    const { runMark } = state();
    expect(runMark).toBeDefined();
    state().setPromptText('boom()');
    void state().enterPrompt();
    await settle();
    await latest().send(startOf('run-2'), { ...error, name: 'Other', line: 1 }, doneAs(2));
    expect(state().runMark).toBe(runMark);
    expect(textOf(playground)).toContain('Other');
  });

  it('waits for nothing else: while a program runs it stays at the prompt', async () => {
    const { state, latest, runs } = playgroundDouble();
    void state().runProgram();
    await settle();
    await latest().send(START);
    state().setPromptText('x');
    await state().enterPrompt();
    expect(runs).toHaveLength(1);
    expect(state().promptText.python).toBe('x');
  });

  it('is not run where nothing stands', async () => {
    const { state, runs } = playgroundDouble();
    state().setPromptText(' \n ');
    await state().enterPrompt();
    expect(runs).toEqual([]);
  });

  it('says so where the context has begun anew, once', async () => {
    const playground = playgroundDouble();
    const gone = () => textOf(playground).split('variables from before are gone').length - 1;
    await enter(playground, 'a = 1', 1);
    await enter(playground, 'b = 1', 2);
    expect(gone()).toBe(0);
    await enter(playground, 'c = 1', 1);
    expect(gone()).toBe(1);
    await enter(playground, 'd = 1', 2);
    expect(gone()).toBe(1);
    await playground.state().resetSession();
    await enter(playground, 'e = 1', 1);
    expect(gone()).toBe(1);
  });

  it('knows the contexts of the languages apart', async () => {
    const playground = playgroundDouble();
    await enter(playground, 'a = 1', 1);
    playground.state().setLanguage('javascript');
    await enter(playground, 'b = 1', 1);
    expect(playground.state().contextRuns).toEqual({ python: 1, javascript: 1 });
    expect(textOf(playground)).toBe('>>> a = 1\n> b = 1\n');
  });
});

describe('the history', () => {
  it('keeps what was entered, in each language apart, beyond a reload and beside other tabs', async () => {
    const storage = memoryStorage();
    const one = playgroundDouble({ storage });
    const other = playgroundDouble({ storage });
    await enter(one, 'a', 1);
    await enter(other, 'b', 1);
    await enter(one, 'c', 2);
    one.state().setLanguage('javascript');
    await enter(one, 'd', 1);
    expect(other.state().promptHistory()).toEqual(['a', 'b', 'c']);
    const after = playgroundDouble({ storage });
    after.state().setLanguage('javascript');
    expect(after.state().promptHistory()).toEqual(['d']);
  });

  it('works where the browser keeps nothing', async () => {
    const playground = playgroundDouble();
    await enter(playground, 'a', 1);
    expect(playground.state().promptHistory()).toEqual(['a']);
  });

  it('is bounded, and holds nothing twice', () => {
    let entries: string[] = [];
    for (let at = 0; at < 300; at++) entries = withEntry(entries, `x${at}`);
    expect(entries).toHaveLength(200);
    expect(withEntry(['a', 'b', 'c'], 'a')).toEqual(['b', 'c', 'a']);
    expect(withEntry(['x'.repeat(60_000)], 'y'.repeat(60_000))).toHaveLength(1);
  });

  it.each(['{', '{"version":9,"entries":{}}', '{"version":1,"entries":{"python":[1]}}'])(
    'is not taken from what is not ours: %s',
    (text) => {
      expect(loadHistory(memoryStorage({ [HISTORY_KEY]: text }))).toBeUndefined();
    },
  );

  it('may be refused by the browser without harm', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(loadHistory(storage)).toBeUndefined();
    expect(() => saveHistory(storage, {})).not.toThrow();
  });

  it('is gone through up to its ends, and leads back to what was being written', () => {
    let walk = beginWalk(['old', 'new'], 'draft');
    const go = (by: -1 | 1) => {
      const next = walkOn(walk, by);
      if (next) walk = next;
      return next && textOfWalk(next);
    };
    expect([go(-1), go(-1), go(-1), go(1), go(1), go(1)]).toEqual([
      'new',
      'old',
      undefined,
      'new',
      'draft',
      undefined,
    ]);
  });
});
