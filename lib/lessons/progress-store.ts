/** Progress as the page sees it: what the browser keeps, with what other tabs do, or memory where it keeps nothing. */
import { browserStorage } from '../client/browser';
import {
  type Done,
  loadProgress,
  noteDone,
  PROGRESS_KEY,
  type Progress,
  saveProgress,
} from './progress';

export interface ProgressStore {
  get(): Progress;
  /** False: what is done is forgotten when the page is left. */
  isKept(): boolean;
  note(slug: string, done: Done): void;
  /** In place of all that there is. */
  replace(progress: Progress): void;
  subscribe(listener: () => void): () => void;
}

export function createProgressStore(
  storage = browserStorage(),
  now: () => number = Date.now,
): ProgressStore {
  const listeners = new Set<() => void>();
  let progress = loadProgress(storage);
  let kept = true;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onOtherTab = ({ key }: StorageEvent) => {
    if (key !== PROGRESS_KEY && key !== null) return;
    progress = loadProgress(storage);
    tell();
  };
  const set = (next: Progress) => {
    progress = next;
    kept = saveProgress(next, storage);
    tell();
  };

  return {
    get: () => progress,
    isKept: () => kept,
    note(slug, done) {
      // Another tab may have done something meanwhile.
      const known = kept && storage !== undefined ? loadProgress(storage) : progress;
      const next = noteDone(known, slug, done, now());
      if (next !== known) set(next);
    },
    replace: set,
    subscribe(listener) {
      if (listeners.size === 0) addEventListener('storage', onOtherTab);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) removeEventListener('storage', onOtherTab);
      };
    },
  };
}
