import type { DoneEvent } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { FIRST_PROGRAMS } from './programs';
import { loadWork, saveWork } from './saved-work';
import type { SliceContext } from './slice';

/** The line at which the last run ended, when that was not at the end of the program. */
export type RunMark = {
  /** The project file that it is in; absent: the program itself. */
  path?: string;
  line: number;
  column?: number;
} & ({ kind: 'error'; message: string } | { kind: 'stopped'; done: DoneEvent });

export const DEFAULT_TIMEOUT_S = 10;

export interface EditorSlice {
  language: Language;
  /** The program of each language. */
  code: Record<Language, string>;
  timeoutS: number;
  cursor: { line: number; column: number };
  runMark: RunMark | undefined;
  /** False where the browser has no room for the work, which is gone when the page is closed. */
  workKept: boolean;
  setLanguage(language: Language): void;
  /** The user's edit of the current language's program. */
  setCode(code: string): void;
  setTimeoutS(timeoutS: number): void;
  setCursor(line: number, column: number): void;
  /** Takes up the saved work. Called once, in the browser; before that nothing is saved. */
  restoreWork(): void;
  /** Saves at once what would be saved soon. */
  flushWork(): void;
}

const SAVE_DELAY_MS = 300;

export function createEditorSlice({ set, get, storage }: SliceContext): EditorSlice {
  let restored = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;

  const save = () => {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    const { language, timeoutS, code } = get();
    const changed = Object.entries(code).filter(
      ([id, text]) => text !== FIRST_PROGRAMS[id as Language],
    );
    const isSaved = saveWork(storage, { language, timeoutS, code: Object.fromEntries(changed) });
    const workKept = isSaved || storage === undefined;
    if (workKept !== get().workKept) set({ workKept });
  };
  const saveSoon = () => {
    if (!restored) return;
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_DELAY_MS);
  };

  return {
    language: 'python',
    code: { ...FIRST_PROGRAMS },
    timeoutS: DEFAULT_TIMEOUT_S,
    cursor: { line: 1, column: 1 },
    runMark: undefined,
    workKept: true,

    setLanguage(language) {
      if (language === get().language) return;
      set({ language, openPath: undefined, runMark: undefined });
      get().recheck();
      saveSoon();
    },
    setCode(text) {
      const { code, language, runMark, openPath } = get();
      if (text === code[language]) return;
      set({
        code: { ...code, [language]: text },
        runMark: runMark?.path === undefined ? undefined : runMark,
      });
      if (openPath === undefined) get().recheck();
      saveSoon();
    },
    setTimeoutS(timeoutS) {
      set({ timeoutS });
      saveSoon();
    },
    setCursor(line, column) {
      set({ cursor: { line, column } });
    },
    restoreWork() {
      restored = true;
      const work = loadWork(storage);
      if (!work) return;
      set({
        language: work.language,
        timeoutS: work.timeoutS,
        code: { ...FIRST_PROGRAMS, ...work.code },
      });
    },
    flushWork() {
      if (saveTimer !== undefined) save();
    },
  };
}
