import { describe, expect, it, vi } from 'vitest';
import { loadDrafts, OLD_DRAFTS_KEY, overflowOf } from './drafts';
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
  const draft = (code: string, keptAtMs = 1) => ({
    id: code.slice(0, 20),
    language: 'python' as const,
    code,
    keptAtMs,
  });

  it('are kept each under a key of its own, so that no tab writes over another one’s', () => {
    const storage = memoryStorage();
    const [one, two] = [playgroundDouble({ storage }), playgroundDouble({ storage })];
    one.state().keepDraft(draft('from one', 1));
    two.state().keepDraft(draft('from two', 2));
    one.state().loadDrafts();
    expect(one.state().drafts.map(({ code }) => code)).toEqual(['from two', 'from one']);
    expect(loadDrafts(storage)).toHaveLength(2);
  });

  it('hold no program twice, unless one has more to it', () => {
    const { state } = playgroundDouble({ storage: memoryStorage() });
    const whole = { ...draft('same'), id: 'whole', files: [{ path: 'a.txt', text: 'a' }] };
    state().keepDraft(draft('same'));
    state().keepDraft(whole);
    expect(state().drafts).toEqual([whole]);
    state().keepDraft({ ...draft('same'), id: 'alone' });
    expect(state().drafts.map(({ id }) => id)).toEqual(['alone', 'whole']);
  });

  it('that are too many or too much go to the larger room, the newest never', () => {
    const many = Array.from({ length: 25 }, (_, index) => draft(`${index}`));
    expect(overflowOf(many).map(({ code }) => code)).toEqual(['20', '21', '22', '23', '24']);
    const large = 'x'.repeat(600_000);
    expect(overflowOf([draft(`a${large}`), draft(`b${large}`)])).toHaveLength(1);
    expect(overflowOf([draft(large + large)])).toEqual([]);
  });

  it('stay in the page where the browser has no room, which is told', async () => {
    const storage = memoryStorage();
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const { state } = playgroundDouble({ storage: { ...storage, setItem: full } });
    state().keepDraft(draft('only here'));
    await vi.waitFor(() => expect(state().draftsFull).toBe(true));
    state().loadDrafts();
    expect(state().drafts.map(({ code }) => code)).toEqual(['only here']);
  });

  it('of an older version of the page are there', () => {
    const old = [draft('once', 1), draft('twice', 2)];
    const storage = memoryStorage({
      [OLD_DRAFTS_KEY]: JSON.stringify({ version: 1, drafts: old }),
    });
    const { state } = playgroundDouble({ storage });
    state().loadDrafts();
    expect(state().drafts.map(({ code }) => code)).toEqual(['twice', 'once']);
    state().removeDraft('once');
    expect(loadDrafts(storage).map(({ code }) => code)).toEqual(['twice']);
  });

  it('are not taken from what is not ours', () => {
    const spoilt = { [OLD_DRAFTS_KEY]: '{"version":1,"drafts":[{"id":1}]}', 'runbay.draft.a': '{' };
    expect(loadDrafts(memoryStorage(spoilt))).toEqual([]);
  });
});
