import type { Language } from '../agentbay/languages';
import { loadPrepared, type PreparedInput, savePrepared } from './prepared-input';
import type { SliceContext } from './slice';

export interface PreparedSlice {
  /** Standard input prepared for the programs of each language. */
  preparedInputs: Partial<Record<Language, PreparedInput>>;
  preparedOpen: boolean;
  /** The input for the current language; what is written is meant to be used. */
  setPreparedText(text: string): void;
  /** Whether the current language's programs get it. */
  usePrepared(on: boolean): void;
  openPrepared(open: boolean): void;
  /** Takes up what is saved. Called once, in the browser; before that nothing is saved. */
  restorePrepared(): void;
  /** Saves at once what would be saved soon. */
  flushPrepared(): void;
}

const SAVE_DELAY_MS = 300;

export function createPreparedSlice({ set, get, storage }: SliceContext): PreparedSlice {
  let restored = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Languages that were changed here: the others may have been changed in another tab. */
  const changed = new Set<Language>();

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const { preparedOpen, preparedInputs } = get();
    const own = Object.entries(preparedInputs).filter(([id]) => changed.has(id as Language));
    const inputs = { ...loadPrepared(storage)?.inputs, ...Object.fromEntries(own) };
    savePrepared(storage, { open: preparedOpen, inputs });
  };
  const saveSoon = () => {
    if (!restored) return;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MS);
  };
  const change = (input: PreparedInput) => {
    const { language, preparedInputs } = get();
    changed.add(language);
    set({ preparedInputs: { ...preparedInputs, [language]: input } });
    saveSoon();
  };

  return {
    preparedInputs: {},
    preparedOpen: false,

    setPreparedText(text) {
      change({ text, on: true });
    },
    usePrepared(on) {
      const { language, preparedInputs } = get();
      change({ text: preparedInputs[language]?.text ?? '', on });
    },
    openPrepared(preparedOpen) {
      set({ preparedOpen });
      saveSoon();
    },
    restorePrepared() {
      restored = true;
      const work = loadPrepared(storage);
      if (work) set({ preparedOpen: work.open, preparedInputs: work.inputs });
    },
    flushPrepared() {
      if (timer !== undefined) save();
    },
  };
}
