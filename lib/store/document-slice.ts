import type { Language } from '../agentbay/languages';
import { newId } from './new-id';
import { loadDocument, type Origin, saveDocument } from './saved-document';
import type { SliceContext } from './slice';

export interface DocumentSlice {
  /** Another one as soon as another program is opened; `first` until then. */
  documentId: string;
  /** What the program of each language was made from; absent where it was made from nothing shared. */
  origins: Partial<Record<Language, Origin>>;
  /** This tab, where the browser keeps its work. */
  tabId: string | undefined;
  /** Another tab that has just changed its work; each time another object. */
  otherTab: { id: string } | undefined;
  /** Tells what the program of a language was made from, now that it is another one. */
  beginDocument(language: Language, origin: Origin | undefined): void;
  /** The program stays; it is the newest revision of this by now. */
  setOrigin(language: Language, origin: Origin): void;
  /** Takes up what is saved. Called once, in the browser. */
  restoreDocument(): void;
}

export function createDocumentSlice({ set, get, storage }: SliceContext): DocumentSlice {
  const change = (changes: Partial<Pick<DocumentSlice, 'documentId' | 'origins'>>) => {
    set(changes);
    const { documentId, origins } = get();
    saveDocument(storage, { documentId, origins });
  };
  return {
    documentId: 'first',
    origins: {},
    tabId: undefined,
    otherTab: undefined,

    beginDocument(language, origin) {
      const { [language]: _, ...others } = get().origins;
      change({
        documentId: newId(),
        origins: origin ? { ...others, [language]: origin } : others,
      });
    },
    setOrigin(language, origin) {
      change({ origins: { ...get().origins, [language]: origin } });
    },
    restoreDocument() {
      const saved = loadDocument(storage);
      if (saved) set(saved);
    },
  };
}
