/** The larger room for drafts, where the browser has one: IndexedDB. The page fetches this when it is needed. */
import { type Draft, readDraft } from './drafts';

const NAME = 'runbay';
const STORE = 'drafts';
/** The oldest go only past these, which are far more than anybody writes. */
const MAX_DRAFTS = 1000;

/** False where the browser does not take them. */
export async function archiveDrafts(drafts: readonly Draft[]): Promise<boolean> {
  try {
    const all = await archivedDrafts();
    const past = all.slice(Math.max(0, MAX_DRAFTS - drafts.length));
    await inStore('readwrite', (store) => {
      for (const draft of drafts) store.put(draft);
      for (const { id } of past) store.delete(id);
    });
    return true;
  } catch {
    return false;
  }
}

/** Newest first; none where the browser has no such room. */
export async function archivedDrafts(): Promise<Draft[]> {
  try {
    let request: IDBRequest<unknown[]> | undefined;
    await inStore('readonly', (store) => {
      request = store.getAll();
    });
    return (request?.result ?? [])
      .flatMap((value) => readDraft(value) ?? [])
      .sort((a, b) => b.keptAtMs - a.keptAtMs);
  } catch {
    return [];
  }
}

export async function removeArchived(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id)).catch(() => {});
}

/** Resolves when all of it is kept. */
async function inStore(mode: IDBTransactionMode, work: (store: IDBObjectStore) => void) {
  const database = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new DOMException('', 'InvalidStateError'));
  });
}
