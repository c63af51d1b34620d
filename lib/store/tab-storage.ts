/**
 * Where a tab keeps its work: under keys of its own, `runbay.work@{tab}` and so on, which no other tab
 * writes. A tab begins with what it had before a reload, else with the work that was changed last in
 * any tab. Until it changes something it writes nothing.
 */
import { newId } from './new-id';
import { PREPARED_KEY } from './prepared-input';
import { DOCUMENT_KEY } from './saved-document';
import { type KeptStorage, SAVED_WORK_KEY, type SavedWorkStorage } from './saved-work';
import { SOURCE_FILES_KEY } from './source-files';

/** In the session's storage this tab, in the lasting one the tab that has changed something last. */
export const TAB_KEY = 'runbay.tab';
/** Milliseconds since 1970, of a tab's last change. */
export const TAB_TIME_KEY = 'runbay.at';
/** When a tab has kept its work last, in milliseconds since 1970. */
export function timeOfTab(tab: string, kept: KeptStorage): number {
  return Number(kept.getItem(of(TAB_TIME_KEY, tab)));
}

/** There for a tab that has been closed; one that crashed has none. */
export const TAB_CLOSED_KEY = 'runbay.closed';
/** In the session's storage. */
const SEEN_KEY = 'runbay.seen';
export const WORK_KEYS: readonly string[] = [
  SAVED_WORK_KEY,
  SOURCE_FILES_KEY,
  PREPARED_KEY,
  DOCUMENT_KEY,
];

export interface TabStorage {
  /** Another one where the page comes back and its work has gone on without it. */
  readonly id: string;
  storage: SavedWorkStorage;
  /** Everything that was kept is gone: the next change keeps all of the work anew. */
  lost(): void;
  /** The page goes, and may come back as it was. */
  close(): void;
  reopen(): void;
}

/** `session`: lasts as long as the tab; undefined where the browser blocks it. */
export function createTabStorage(
  kept: KeptStorage,
  session: SavedWorkStorage | undefined,
  locks: LockManager | undefined,
): TabStorage {
  const exists = (tab: string | null | undefined) =>
    tab && kept.getItem(of(TAB_TIME_KEY, tab)) !== null ? tab : undefined;
  const own = exists(session?.getItem(TAB_KEY));
  const before = own ?? exists(kept.getItem(TAB_KEY));
  // A tab that has been doubled has the session of one that lives.
  const isReload = own !== undefined && kept.getItem(of(TAB_CLOSED_KEY, own)) !== null;
  let id = isReload ? own : newId();
  const copyOf = (tab: string | undefined) =>
    new Map(WORK_KEYS.map((key) => [key, kept.getItem(tab === undefined ? key : of(key, tab))]));
  const values = own === undefined ? (seenBefore(session) ?? copyOf(before)) : copyOf(before);
  const start = new Map(values);
  /** Whether all of our work is in that place. */
  const isKept = (tab: string | undefined) => {
    const there = copyOf(tab);
    return WORK_KEYS.every((key) => there.get(key) === values.get(key));
  };
  let isWritten = isReload;
  let release = () => {};

  const remember = () => {
    try {
      session?.setItem(TAB_KEY, id);
    } catch {
      // A reload begins with what was changed last.
    }
  };
  const hold = () => {
    void locks
      ?.request(of(TAB_KEY, id), () => new Promise<void>((resolve) => (release = resolve)))
      .catch(() => {});
  };
  const stamp = () => {
    kept.setItem(of(TAB_TIME_KEY, id), String(Date.now()));
    kept.setItem(TAB_KEY, id);
  };
  /** What is ours now needs no second place, unless its tab lives or has gone on since. */
  const dropStart = async () => {
    if (!before) for (const key of WORK_KEYS) kept.removeItem(key);
    else if (!(await isOpenTab(before, kept, locks))) {
      const now = copyOf(before);
      if (WORK_KEYS.every((key) => now.get(key) === start.get(key))) removeTab(before, kept);
    }
  };
  const begin = () => {
    try {
      for (const [key, text] of values) if (text !== null) kept.setItem(of(key, id), text);
      stamp();
    } catch (error) {
      removeTab(id, kept);
      throw error;
    }
    isWritten = true;
    remember();
    hold();
    void dropStart();
  };

  if (isReload) {
    kept.removeItem(of(TAB_CLOSED_KEY, id));
    hold();
  }
  return {
    get id() {
      return id;
    },
    storage: {
      getItem: (key) => (WORK_KEYS.includes(key) ? (values.get(key) ?? null) : kept.getItem(key)),
      setItem(key, text) {
        if (!WORK_KEYS.includes(key)) return kept.setItem(key, text);
        values.set(key, text);
        if (!isWritten) return begin();
        kept.setItem(of(key, id), text);
        stamp();
      },
    },
    lost() {
      isWritten = false;
    },
    close() {
      try {
        if (isWritten) kept.setItem(of(TAB_CLOSED_KEY, id), '1');
        // What it has only looked at, others may have changed: a reload shall find it again.
        else session?.setItem(SEEN_KEY, JSON.stringify([...values]));
      } catch {
        // No room: then it counts as open, or a reload begins with what was changed last.
      }
      release();
    },
    reopen() {
      if (!isWritten) return;
      // The page that followed in this tab has gone on with it.
      if (!isKept(id) || kept.getItem(of(TAB_CLOSED_KEY, id)) === null) id = newId();
      kept.removeItem(of(TAB_CLOSED_KEY, id));
      try {
        for (const [key, text] of values) if (text !== null) kept.setItem(of(key, id), text);
        stamp();
      } catch {
        // The next change says that there is no room.
      }
      remember();
      hold();
    },
  };
}

/** What a tab that has changed nothing has shown before a reload. */
function seenBefore(session: SavedWorkStorage | undefined) {
  try {
    const seen: unknown = JSON.parse(session?.getItem(SEEN_KEY) ?? '');
    const values = new Map<string, string | null>(Array.isArray(seen) ? seen : []);
    // Nobody's work, as on a first visit, is not worth to be found again.
    return [...values.values()].some((text) => text !== null) ? values : undefined;
  } catch {
    return undefined;
  }
}

/** The key of a tab. */
export function of(key: string, tab: string): string {
  return `${key}@${tab}`;
}

const FORGOTTEN_MS = 7 * 24 * 3600 * 1000;

/** Where browsers do not say, as on pages that did not come over HTTPS, it counts as open for a week. */
export async function isOpenTab(
  tab: string,
  kept: KeptStorage,
  locks: LockManager | undefined,
): Promise<boolean> {
  if (kept.getItem(of(TAB_CLOSED_KEY, tab)) !== null) return false;
  const held = (await locks?.query().catch(() => undefined))?.held;
  if (held) return held.some(({ name }) => name === of(TAB_KEY, tab));
  return Date.now() - timeOfTab(tab, kept) < FORGOTTEN_MS;
}

export function removeTab(tab: string, kept: KeptStorage): void {
  for (const key of [...WORK_KEYS, TAB_TIME_KEY, TAB_CLOSED_KEY]) kept.removeItem(of(key, tab));
}
