import type { CheckProblem } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import { FIRST_PROGRAMS } from './programs';
import { loadWork, saveWork } from './saved-work';
import type { SliceContext } from './slice';

/** The line at which the last run ended, when that was not at the end of the program. */
export interface RunMark {
  kind: 'error' | 'stopped';
  line: number;
  column?: number;
  message: string;
}

export const DEFAULT_TIMEOUT_S = 10;

export interface EditorSlice {
  language: Language;
  /** The program of each language. */
  code: Record<Language, string>;
  timeoutS: number;
  cursor: { line: number; column: number };
  /** Found by the server's syntax check while typing. */
  problems: CheckProblem[];
  runMark: RunMark | undefined;
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
    if (get().language !== 'python') return;
    checkTimer = setTimeout(() => void check(), CHECK_DELAY_MS);
  };
  const check = async () => {
    const abort = new AbortController();
    checkAbort = abort;
    const { code, language } = get();
    try {
      await get().ensureSession();
      const problems = await api.check(code[language], language, abort.signal);
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
      set({ language, problems: [], runMark: undefined });
      checkSoon();
      saveSoon();
    },
    setCode(text) {
      const { code, language } = get();
      if (text === code[language]) return;
      set({ code: { ...code, [language]: text }, problems: [], runMark: undefined });
      checkSoon();
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
