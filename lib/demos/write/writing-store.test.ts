import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStorage } from '@/lib/store/playground-double';
import type { DemoOrigin } from './kept-demos';
import { createWritingStore } from './writing-store';

const ORIGIN: DemoOrigin = { id: 'bcdfghjk', revision: 2, title: 'T', secret: 's' };
const FIRST = '# My first demo';

let storage = memoryStorage();
let session = memoryStorage();
let time = 0;

/** A page that is opened or loaded again; in another tab where it has another session. */
function load(
  beginning = { markdown: FIRST } as { markdown: string; origin?: DemoOrigin },
  tab = session,
) {
  const store = createWritingStore({ storage, session: tab, now: () => ++time }, beginning);
  return { store, state: () => store.getState() };
}

beforeEach(() => {
  vi.useFakeTimers();
  storage = memoryStorage();
  session = memoryStorage();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what is written', () => {
  it('is kept a moment later, and there after a reload without a word', () => {
    const { state } = load();
    expect(state().kept).toBe('clean');
    state().setMarkdown('# Mine');
    expect(state().kept).toBe('keeping');
    vi.advanceTimersByTime(1000);
    expect(state().kept).toBe('kept');
    expect(load().state()).toMatchObject({ markdown: '# Mine', notice: undefined });
  });

  it('is kept at once when the page goes', () => {
    load().state().setMarkdown('# Lost?');
    const { state } = load();
    state().setMarkdown('# Mine');
    state().flush();
    expect(load().state().markdown).toBe('# Mine');
  });

  it('comes up again in a new tab, which says so and can begin anew', () => {
    const first = load();
    first.state().setMarkdown('# Mine');
    first.state().flush();
    const { state } = load(undefined, memoryStorage());
    expect(state()).toMatchObject({ markdown: '# Mine', notice: { kind: 'resumed' } });
    state().startNew(FIRST);
    expect(state()).toMatchObject({ markdown: FIRST, kept: 'clean' });
    expect(
      state()
        .drafts()
        .map(({ markdown }) => markdown),
    ).toEqual(['# Mine']);
  });

  it('of two tabs is both there', () => {
    const first = load();
    first.state().setMarkdown('# Mine');
    first.state().flush();
    const second = load(undefined, memoryStorage());
    second.state().setMarkdown('# Second');
    second.state().flush();
    first.state().setMarkdown('# First');
    first.state().flush();
    expect(first.state().notice).toEqual({ kind: 'other_tab' });
    first.state().setMarkdown('# First again');
    first.state().flush();
    const all = load(undefined, memoryStorage()).state();
    const texts = [all.markdown, ...all.drafts().map(({ markdown }) => markdown)];
    expect(texts).toEqual(['# First again', '# Second']);
  });

  it('stays a draft where another document is opened', () => {
    const { state } = load();
    state().setMarkdown('# Mine');
    state().open('# Imported', { kind: 'opened', name: 'a.md', before: 'x', notes: [] });
    expect(state()).toMatchObject({ markdown: '# Imported', openedCount: 1, kept: 'kept' });
    const [draft] = state().drafts();
    expect(draft?.markdown).toBe('# Mine');
    state().resume(draft?.id ?? '');
    expect(state().markdown).toBe('# Mine');
    expect(load().state().markdown).toBe('# Mine');
  });

  it('is gone where it is discarded, and can be brought back', () => {
    const { state } = load();
    state().setMarkdown('# Mine');
    state().discard(FIRST);
    expect(state()).toMatchObject({
      markdown: FIRST,
      notice: { kind: 'discarded', before: '# Mine' },
    });
    expect(state().drafts()).toEqual([]);
    expect(load(undefined, memoryStorage()).state().markdown).toBe(FIRST);
    state().open('# Mine');
    expect(load().state().markdown).toBe('# Mine');
  });

  it('is no draft any longer once it is shared, and one again when it goes on', () => {
    const { state } = load();
    state().setMarkdown('# Mine');
    state().flush();
    state().shared(ORIGIN);
    expect(state()).toMatchObject({ kept: 'clean', origin: ORIGIN });
    expect(state().drafts()).toEqual([]);
    state().setMarkdown('# Mine, better');
    state().flush();
    const page = { markdown: '# Mine', origin: ORIGIN };
    expect(load(page).state().markdown).toBe('# Mine, better');
    const other = load(page, memoryStorage()).state();
    expect(other).toMatchObject({ markdown: '# Mine', notice: { kind: 'unsaved' } });
    expect(load(undefined, memoryStorage()).state().markdown).toBe(FIRST);
  });

  it('says so where the browser has no room', () => {
    storage.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    const { state } = load();
    state().setMarkdown('# Mine');
    vi.advanceTimersByTime(1000);
    expect(state()).toMatchObject({ markdown: '# Mine', kept: 'lost' });
  });
});
