/** What the tabs of this browser have kept of their work. */
import { type Draft, keysOf } from '../store/drafts';
import { loadPrepared } from '../store/prepared-input';
import { loadDocument } from '../store/saved-document';
import { type KeptStorage, loadWork, type SavedWorkStorage } from '../store/saved-work';
import { loadFiles } from '../store/source-files';
import { isOpenTab, of, TAB_TIME_KEY, timeOfTab } from '../store/tab-storage';

export interface OtherTab {
  id: string;
  isOpen: boolean;
  drafts: Draft[];
}

/** All tabs but `own` that have changed something, with the programs that are not the first ones. */
export async function otherTabs(
  kept: KeptStorage,
  own: string | undefined,
  locks: LockManager | undefined,
): Promise<OtherTab[]> {
  const ids = keysOf(kept, `${TAB_TIME_KEY}@`).map((key) => key.slice(TAB_TIME_KEY.length + 1));
  const others = ids.filter((id) => id !== own);
  return Promise.all(
    others.map(async (id) => ({
      id,
      isOpen: await isOpenTab(id, kept, locks),
      drafts: draftsOfTab(kept, id),
    })),
  );
}

/** The programs of each language that a tab has, with its files. */
export function draftsOfTab(kept: KeptStorage, tab: string): Draft[] {
  const copy = copyOf(kept, tab);
  const work = loadWork(copy);
  const files = loadFiles(copy)?.files ?? [];
  const inputs = loadPrepared(copy)?.inputs ?? {};
  const origins = loadDocument(copy)?.origins ?? {};
  const keptAtMs = timeOfTab(tab, kept);
  return Object.entries(work?.code ?? {}).map(([name, code]) => {
    const language = name as Draft['language'];
    return {
      id: `${tab}.${language}`,
      language,
      code,
      files,
      stdin: inputs[language]?.text || undefined,
      timeoutS: work?.timeoutS,
      origin: origins[language],
      keptAtMs,
    };
  });
}

/** Tells apart what two tabs work on. */
export function documentOfTab(kept: KeptStorage, tab: string): string {
  return loadDocument(copyOf(kept, tab))?.documentId ?? 'first';
}

/** The language that is in a tab's editor. */
export function languageOfTab(kept: KeptStorage, tab: string): Draft['language'] {
  return loadWork(copyOf(kept, tab))?.language ?? 'python';
}

function copyOf(kept: KeptStorage, tab: string): SavedWorkStorage {
  return { getItem: (key) => kept.getItem(of(key, tab)), setItem: () => {} };
}
