import { expect, it } from 'vitest';
import { memoryStorage, playgroundDouble } from '../store/playground-double';
import { createTabStorage } from '../store/tab-storage';
import { findOwnPrograms, listOwnPrograms, removeOwn, renameOwn } from './own-programs';
import { openDraft } from './take-up';

/** A tab of a browser whose storage the test holds. */
function tabOf(kept = memoryStorage()) {
  const tab = createTabStorage(kept, memoryStorage(), undefined);
  const { store, state } = playgroundDouble({ storage: tab.storage, kept });
  store.setState({ tabId: tab.id });
  state().restoreDocument();
  state().restoreWork();
  state().restoreFiles();
  state().restorePrepared();
  const flush = () => {
    state().flushWork();
    state().flushFiles();
    state().flushPrepared();
  };
  return { kept, store, state, tab, flush, place: { store, kept, locks: undefined } };
}

const codes = (items: Awaited<ReturnType<typeof listOwnPrograms>>) =>
  items.map((item) => [item.kind, item.kind === 'share' ? '' : item.draft.code]);

it('the work of another tab is listed with its files, and becomes a draft when it is changed', async () => {
  const one = tabOf();
  one.state().setCode('import a\n');
  one.state().createFile('a.py', 'x = 1\n');
  one.flush();
  const two = tabOf(one.kept);
  two.state().setCode('other\n');
  two.flush();
  const open = await listOwnPrograms(two.place);
  expect(codes(open)).toEqual([['tab', 'import a\n']]);

  one.tab.close();
  const [closed] = await listOwnPrograms(two.place);
  if (closed?.kind !== 'closed_tab') throw new Error('It is not listed.');
  await renameOwn(closed, 'A title', two.place);
  const [draft] = await listOwnPrograms(two.place);
  expect(draft).toMatchObject({ kind: 'draft', title: 'A title' });
  if (draft?.kind !== 'draft') throw new Error('It is no draft.');
  openDraft(two.store, draft.draft);
  expect(two.state().code.python).toBe('import a\n');
  expect(two.state().sourceFiles).toEqual([{ path: 'a.py', text: 'x = 1\n' }]);
  expect(codes(await listOwnPrograms(two.place))).toEqual([['draft', 'other\n']]);
});

it('what is in the editor here is not listed as another tab’s', async () => {
  const one = tabOf();
  one.state().setCode('same\n');
  one.flush();
  expect(await listOwnPrograms(tabOf(one.kept).place)).toEqual([]);
});

it('a draft is found by words of it, removed, and had back as it was', async () => {
  const { state, place } = tabOf();
  state().keepDraft({
    id: '1',
    language: 'javascript',
    code: 'const whale = 1;\n',
    keptAtMs: 1,
    files: [{ path: 'deep/sea.txt', text: '' }],
  });
  const items = await listOwnPrograms(place);
  for (const query of ['', 'WHALE', 'javascript const', 'sea.txt']) {
    expect(findOwnPrograms(items, query)).toEqual(items);
  }
  expect(findOwnPrograms(items, 'whale python')).toEqual([]);
  const [item] = items;
  if (!item) throw new Error('It is not listed.');
  const undo = await removeOwn(item, place);
  expect(await listOwnPrograms(place)).toEqual([]);
  await undo();
  expect(await listOwnPrograms(place)).toEqual(items);
});
