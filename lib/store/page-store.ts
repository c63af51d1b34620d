/** A playground store for a part of a page that is not the playground: the visitor's settings hold, and nothing of his work is touched. */
import type { RunbayApi } from '../client/api';
import { browserStorage, onNextFrame } from '../client/browser';
import type { Texts } from '../messages/messages';
import { createPlaygroundStore, type PlaygroundStore } from './playground-store';

export function createPageStore(api: RunbayApi, texts: () => Texts): PlaygroundStore {
  const store = createPlaygroundStore({
    api,
    storage: readOnlyStorage(),
    kept: undefined,
    now: () => performance.now(),
    onNextFrame,
    texts,
  });
  store.getState().restoreSettings();
  store.getState().updateAppearance((query) => matchMedia(query).matches);
  return store;
}

function readOnlyStorage() {
  const storage = browserStorage();
  return storage && { getItem: (key: string) => storage.getItem(key), setItem: () => {} };
}
