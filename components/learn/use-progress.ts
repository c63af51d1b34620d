import { useSyncExternalStore } from 'react';
import type { Progress } from '@/lib/lessons/progress';
import { createProgressStore, type ProgressStore } from '@/lib/lessons/progress-store';

let store: ProgressStore | undefined;

/** This browser's, one for all that is on the page. Not on the server. */
export function progressStore(): ProgressStore {
  store ??= createProgressStore();
  return store;
}

const subscribe = (listener: () => void) => progressStore().subscribe(listener);
const get = () => progressStore().get();
const onServer = () => undefined;

/** Undefined until the page has come to life: the server knows nothing of it. */
export function useProgress(): Progress | undefined {
  return useSyncExternalStore<Progress | undefined>(subscribe, get, onServer);
}
