import { describe, expect, it } from 'vitest';
import { DRAFTS_KEY, loadDrafts, withDraft } from './drafts';
import { memoryStorage, playgroundDouble } from './playground-double';
import { FIRST_PROGRAMS } from './programs';

const KNOWN = new Set(['example a\n', 'example b\n']);
const openA = { language: 'python', code: 'example a\n' } as const;
const openB = { language: 'python', code: 'example b\n' } as const;

describe('opening a program', () => {
  it('puts it into the editor and turns to its language', () => {
    const { state } = playgroundDouble();
    state().openProgram({ language: 'javascript', code: 'x\n' }, new Set());
    expect(state()).toMatchObject({
      language: 'javascript',
      code: { javascript: 'x\n', python: FIRST_PROGRAMS.python },
    });
  });

  it('keeps what the user has written, beyond a reload', () => {
    const storage = memoryStorage();
    const { state } = playgroundDouble({ storage });
    state().restoreWork();
    state().setCode('mine\n');
    state().openProgram(openA, KNOWN);
    expect(state().replaced).toMatchObject({ language: 'python', code: 'mine\n' });

    const after = playgroundDouble({ storage });
    after.state().restoreWork();
    after.state().loadDrafts();
    expect(after.state().code.python).toBe('example a\n');
    expect(after.state().drafts.map(({ code }) => code)).toEqual(['mine\n']);
  });

  it.each([
    ['the first program', FIRST_PROGRAMS.python],
    ['an example that was not changed', 'example b\n'],
    ['a blank program', ' \n'],
  ])('does not keep %s', (_name, text) => {
    const { state } = playgroundDouble();
    state().setCode(text);
    state().openProgram(openA, KNOWN);
    expect(state()).toMatchObject({ replaced: undefined, drafts: [] });
  });

  it('keeps an example that was changed, and every older draft', () => {
    const { state } = playgroundDouble({ storage: memoryStorage() });
    state().setCode('mine\n');
    state().openProgram(openA, KNOWN);
    state().setCode('example a, changed\n');
    state().openProgram(openB, KNOWN);
    expect(state().drafts.map(({ code }) => code)).toEqual(['example a, changed\n', 'mine\n']);
  });

  it('works where the browser keeps nothing', () => {
    const { state } = playgroundDouble();
    state().setCode('mine\n');
    state().openProgram(openA, KNOWN);
    state().loadDrafts();
    expect(state().drafts.map(({ code }) => code)).toEqual(['mine\n']);
  });
});

describe('bringing a draft back', () => {
  it('undoes the opening, and leaves nothing behind', () => {
    const { state } = playgroundDouble({ storage: memoryStorage() });
    state().setCode('mine\n');
    state().openProgram(openA, KNOWN);
    const draft = state().replaced;
    if (!draft) throw new Error('Nothing was replaced.');
    state().bringBack(draft);
    expect(state()).toMatchObject({ code: { python: 'mine\n' }, replaced: undefined, drafts: [] });
  });

  it('keeps what was written meanwhile', () => {
    const { state } = playgroundDouble({ storage: memoryStorage() });
    state().setCode('mine\n');
    state().openProgram(openA, KNOWN);
    const draft = state().replaced;
    state().setCode('written meanwhile\n');
    if (draft) state().bringBack(draft);
    expect(state().code.python).toBe('mine\n');
    expect(state().drafts.map(({ code }) => code)).toEqual(['written meanwhile\n']);
  });
});

describe('the drafts', () => {
  const draft = (code: string, id = code) =>
    ({ id, language: 'python', code, keptAtMs: 1 }) as const;

  it('are 20 at most, and hold no program twice', () => {
    let drafts = [draft('0')] as ReturnType<typeof withDraft>;
    for (let i = 1; i < 30; i++) drafts = withDraft(drafts, draft(String(i)));
    expect(drafts).toHaveLength(20);
    expect(drafts[0]?.code).toBe('29');
    expect(withDraft(drafts, draft('20', 'new')).map(({ id }) => id)).toEqual([
      'new',
      ...drafts.map(({ id }) => id).filter((id) => id !== '20'),
    ]);
  });

  it('together stay below what a browser keeps; the newest is always there', () => {
    const large = 'x'.repeat(600_000);
    expect(withDraft([draft(`a${large}`)], draft(`b${large}`))).toHaveLength(1);
    expect(withDraft([], draft(large + large))).toHaveLength(1);
  });

  it('are not taken from what is not ours', () => {
    const text = '{"version":1,"drafts":[{"id":1}]}';
    expect(loadDrafts(memoryStorage({ [DRAFTS_KEY]: text }))).toBeUndefined();
    expect(loadDrafts(memoryStorage({ [DRAFTS_KEY]: '{' }))).toBeUndefined();
  });
});
