import type { Language } from '../agentbay/languages';
import { loadPrepared, type PreparedInput, savePrepared } from './prepared-input';
import type { SliceContext } from './slice';

export interface PreparedSlice {
  /** Standard input prepared for the programs of each language. */
  preparedInputs: Partial<Record<Language, PreparedInput>>;
  preparedOpen: boolean;
  /** The field has just been opened, by somebody who is about to write. */
  preparedWantsFocus: boolean;
  /** The input for the current language; it is used unless it has been switched off. */
  setPreparedText(text: string): void;
  /** Whether the current language's programs get it. */
  switchPrepared(on: boolean): void;
  openPrepared(open: boolean): void;
  focusedPrepared(): void;
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
    preparedWantsFocus: false,

    setPreparedText(text) {
      const old = get().preparedInputs[get().language];
      change({ text, on: old?.on ?? true });
    },
    switchPrepared(on) {
      const { language, preparedInputs } = get();
      change({ text: preparedInputs[language]?.text ?? '', on });
    },
    openPrepared(preparedOpen) {
      set({ preparedOpen, preparedWantsFocus: preparedOpen });
      saveSoon();
    },
    focusedPrepared() {
      set({ preparedWantsFocus: false });
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
