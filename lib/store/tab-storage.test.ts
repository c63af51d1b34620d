import { describe, expect, it, vi } from 'vitest';
import { memoryStorage } from './playground-double';
import { SAVED_WORK_KEY } from './saved-work';
import { createTabStorage, isOpenTab } from './tab-storage';

/** A browser: what all tabs keep, and which of them hold their locks. */
function browser() {
  const kept = memoryStorage();
  const held = new Set<string>();
  const locks = {
    request: async (name: string, work: () => Promise<void>) => {
      held.add(name);
      await work();
      held.delete(name);
    },
    query: async () => ({ held: [...held].map((name) => ({ name })) }),
  } as unknown as LockManager;
  const openTab = (session = memoryStorage()) => ({
    session,
    ...createTabStorage(kept, session, locks),
    crash: () => held.clear(),
  });
  return { kept, locks, openTab };
}

const work = ({ storage }: { storage: Pick<Storage, 'getItem'> }) =>
  storage.getItem(SAVED_WORK_KEY);
const copies = (kept: { entries: Record<string, string> }) =>
  Object.entries(kept.entries).flatMap(([key, text]) =>
    key.startsWith(`${SAVED_WORK_KEY}@`) ? [text] : [],
  );

describe('the work of a tab', () => {
  it('is written over by no other tab', () => {
    const { kept, openTab } = browser();
    const [one, two] = [openTab(), openTab()];
    one.storage.setItem(SAVED_WORK_KEY, 'one');
    two.storage.setItem(SAVED_WORK_KEY, 'two');
    one.storage.setItem(SAVED_WORK_KEY, 'one, later');
    expect([work(one), work(two)]).toEqual(['one, later', 'two']);
    expect(copies(kept).sort()).toEqual(['one, later', 'two']);
  });

  it('is its own after a reload, whatever others have done', () => {
    const { openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'one');
    openTab().storage.setItem(SAVED_WORK_KEY, 'two');
    one.close();
    expect(work(openTab(one.session))).toBe('one');
    expect(work(openTab())).toBe('two');
  });

  it('that it has only looked at is there after a reload, though others have gone on', () => {
    const { openTab } = browser();
    const before = openTab();
    before.storage.setItem(SAVED_WORK_KEY, 'begun');
    before.close();
    const [reader, writer] = [openTab(), openTab()];
    writer.storage.setItem(SAVED_WORK_KEY, 'another one');
    reader.close();
    expect(work(openTab(reader.session))).toBe('begun');
    expect(work(openTab())).toBe('another one');
  });

  it('goes on in the next tab, and is then kept once', async () => {
    const { kept, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'begun');
    one.close();
    const next = openTab();
    expect(work(next)).toBe('begun');
    next.storage.setItem(SAVED_WORK_KEY, 'gone on');
    await vi.waitFor(() => expect(copies(kept)).toEqual(['gone on']));
  });

  it('stays where its tab has gone on, lives still, or comes back', async () => {
    const { kept, locks, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'begun');
    const other = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'gone on in the first');
    one.close();
    other.storage.setItem(SAVED_WORK_KEY, 'gone on in the other');
    await isOpenTab(one.id, kept, locks);
    expect(copies(kept).sort()).toEqual(['gone on in the first', 'gone on in the other']);
    one.reopen();
    expect(await isOpenTab(one.id, kept, locks)).toBe(true);
    expect(work(one)).toBe('gone on in the first');
  });

  it('of a page that comes back does not write over what followed in its tab', () => {
    const { kept, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'first');
    one.close();
    const next = openTab(one.session);
    expect(next.id).toBe(one.id);
    next.storage.setItem(SAVED_WORK_KEY, 'second');
    next.close();
    one.reopen();
    one.storage.setItem(SAVED_WORK_KEY, 'first, later');
    expect(copies(kept).sort()).toEqual(['first, later', 'second']);
  });

  it('of a tab that was doubled is not shared', () => {
    const { kept, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'begun');
    const double = openTab(memoryStorage({ ...one.session.entries }));
    expect(work(double)).toBe('begun');
    double.storage.setItem(SAVED_WORK_KEY, 'double');
    expect(copies(kept).sort()).toEqual(['begun', 'double']);
  });

  it('outlives a crash', async () => {
    const { kept, locks, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'before the crash');
    expect(await isOpenTab(one.id, kept, locks)).toBe(true);
    one.crash();
    expect(await isOpenTab(one.id, kept, locks)).toBe(false);
    expect(work(openTab())).toBe('before the crash');
  });

  it('of an older version of the page is taken up', async () => {
    const { kept, openTab } = browser();
    kept.setItem(SAVED_WORK_KEY, 'older');
    const one = openTab();
    expect(work(one)).toBe('older');
    one.storage.setItem('runbay.files', 'files');
    expect(work(openTab())).toBe('older');
    expect(kept.entries[SAVED_WORK_KEY]).toBeUndefined();
  });

  it('is kept whole again after everything was cleared', () => {
    const { kept, openTab } = browser();
    const one = openTab();
    one.storage.setItem(SAVED_WORK_KEY, 'work');
    one.storage.setItem('runbay.files', 'files');
    for (const key of Object.keys(kept.entries)) kept.removeItem(key);
    one.lost();
    one.storage.setItem('runbay.files', 'more files');
    one.close();
    expect(work(openTab(one.session))).toBe('work');
  });

  it('leaves no half of itself where there is no room', () => {
    const kept = memoryStorage();
    let room = 2;
    const full = {
      ...kept,
      setItem: (key: string, text: string) => {
        if (room-- <= 0) throw new DOMException('full', 'QuotaExceededError');
        kept.setItem(key, text);
      },
    };
    const tab = createTabStorage(full, undefined, undefined);
    expect(() => tab.storage.setItem(SAVED_WORK_KEY, 'too much')).toThrow();
    expect(kept.entries).toEqual({});
    expect(work(tab)).toBe('too much');
  });
});

it('where nobody tells which tabs live, one that was silent for a week does not', async () => {
  vi.useFakeTimers();
  const kept = memoryStorage();
  const tab = createTabStorage(kept, undefined, undefined);
  tab.storage.setItem(SAVED_WORK_KEY, 'x');
  expect(await isOpenTab(tab.id, kept, undefined)).toBe(true);
  vi.advanceTimersByTime(8 * 24 * 3600 * 1000);
  expect(await isOpenTab(tab.id, kept, undefined)).toBe(false);
  vi.useRealTimers();
});
