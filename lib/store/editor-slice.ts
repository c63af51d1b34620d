import type { CheckProblem, DoneEvent } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { FIRST_PROGRAMS } from './programs';
import { loadWork, saveWork } from './saved-work';
import { openLanguage, openText } from './selectors';
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
  /** Found by the server's syntax check while typing, in what is in the editor. */
  problems: CheckProblem[];
  runMark: RunMark | undefined;
  setLanguage(language: Language): void;
  /** The user's edit of the current language's program. */
  setCode(code: string): void;
  setTimeoutS(timeoutS: number): void;
  setCursor(line: number, column: number): void;
  /** What is in the editor has changed: problems that were found are void, and are looked for anew. */
  recheck(): void;
  /** Takes up the saved work. Called once, in the browser; before that nothing is saved. */
  restoreWork(): void;
  /** Saves at once what would be saved soon. */
  flushWork(): void;
}

const SAVE_DELAY_MS = 300;
const CHECK_DELAY_MS = 700;

export function createEditorSlice({ set, get, api, storage }: SliceContext): EditorSlice {
  let restored = false;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let checkTimer: ReturnType<typeof setTimeout> | undefined;
  let checkAbort: AbortController | undefined;

  const save = () => {
    clearTimeout(saveTimer);
    saveTimer = undefined;
    const { language, timeoutS, code } = get();
    const changed = Object.entries(code).filter(
      ([id, text]) => text !== FIRST_PROGRAMS[id as Language],
    );
    saveWork(storage, { language, timeoutS, code: Object.fromEntries(changed) });
  };
  const saveSoon = () => {
    if (!restored) return;
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_DELAY_MS);
  };

  const checkSoon = () => {
    clearTimeout(checkTimer);
    checkAbort?.abort();
    // Monaco's own service does JavaScript.
    if (openLanguage(get()) !== 'python') return;
    checkTimer = setTimeout(() => void check(), CHECK_DELAY_MS);
  };
  const check = async () => {
    const abort = new AbortController();
    checkAbort = abort;
    try {
      await get().ensureSession();
      const problems = await api.check(openText(get()), 'python', abort.signal);
      if (!abort.signal.aborted) set({ problems });
    } catch {
      // A convenience: the run itself will say what is wrong.
    }
  };

  return {
    language: 'python',
    code: { ...FIRST_PROGRAMS },
    timeoutS: DEFAULT_TIMEOUT_S,
    cursor: { line: 1, column: 1 },
    problems: [],
    runMark: undefined,

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
    recheck() {
      set({ problems: [] });
      checkSoon();
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
