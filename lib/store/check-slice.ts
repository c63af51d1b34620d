import type { CheckProblem, ProgramError } from '../agentbay/contract';
import { LANGUAGES, type Language } from '../agentbay/languages';
import type { DocumentLanguage } from './document-language';
import { explainBelow, failedProgram } from './explain-error';
import { newRun } from './run-facts';
import { markOfError } from './run-mark';
import { openDocumentPath, openLanguage, openText } from './selectors';
import { showError } from './show';
import type { SliceContext } from './slice';
import { syntaxErrorOf } from './syntax-error';

/** Something to underline, and how it could be put right. */
export interface EditorProblem extends CheckProblem {
  /** What a linter calls it: `F821`. */
  code?: string;
  /** The text is of no use, and is shown paler. */
  isUnnecessary?: boolean;
  fix?: ProblemFix;
}

export interface ProblemFix {
  title: string;
  edits: TextEdit[];
}

/** Lines and columns count from 1, columns in UTF-16 units; `text` takes the place of what is there. */
export interface TextEdit {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  text: string;
}

/** What judges the programs of one language in the browser. */
export interface Checker {
  /** What is worth telling while one types. Absent: the checker shows it by itself. */
  lint?(code: string): Promise<EditorProblem[]>;
  /** Whether the program seems not to parse. It may err; before a run is refused the server is asked. */
  seemsBroken(code: string): Promise<boolean>;
}

export interface CheckSlice {
  /** In what is in the editor, as of a moment ago. */
  problems: EditorProblem[];
  /** Takes a language over from the server's check; undefined gives it back. */
  setChecker(language: Language, checker: Checker | undefined): void;
  /** What is in the editor has changed: problems are looked for when typing has paused. */
  recheck(): void;
  /**
   * Looks whether the current program can be run. Resolves with true where it does not parse, having
   * shown the error. Undefined where nothing in the browser can tell: then the run itself will say it.
   */
  checkBeforeRun(): Promise<boolean> | undefined;
}

const SERVER_DELAY_MS = 700;
const BROWSER_DELAY_MS = 250;
/** Past this a run shall not wait: the engine says what is wrong as well. */
const SUSPICION_PATIENCE_MS = 250;
const SERVER_PATIENCE_MS = 1500;

export function createCheckSlice({ set, get, api, transcript }: SliceContext): CheckSlice {
  const checkers: Partial<Record<Language, Checker>> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort: AbortController | undefined;
  /** The document that `problems` are of. */
  let checkedPath = '';
  /** The console and the program as they were after the last refusal. */
  let refused = { version: -1, code: '' };

  const askServer = async (code: string, language: Language, signal: AbortSignal) => {
    if (get().server?.capabilities.checks === false) return [];
    await get().ensureSession();
    return api.check(code, language, signal);
  };

  const check = async () => {
    const own = new AbortController();
    abort = own;
    const language = openLanguage(get());
    if (!isLanguage(language)) return;
    const text = openText(get());
    const lint = checkers[language]?.lint;
    try {
      const problems = await (lint ? lint(text) : askServer(text, language, own.signal));
      if (!own.signal.aborted) set({ problems });
    } catch {
      // A convenience: the run itself will say what is wrong.
    }
  };

  /** The interpreter's own opinion; undefined where it would run the program or does not answer in time. */
  const syntaxError = async (code: string, language: Language) => {
    const problems = await withinMs(
      SERVER_PATIENCE_MS,
      askServer(code, language, AbortSignal.timeout(SERVER_PATIENCE_MS)),
    );
    const problem = problems?.find(({ severity }) => severity === 'error');
    return problem && syntaxErrorOf(problem, code, language);
  };

  /** Says what the error means, as below that of a run. */
  const explain = async (error: ProgramError, code: string, language: Language) => {
    const { version } = refused;
    const program = failedProgram({ language, code, isCell: false }, undefined);
    await explainBelow(transcript, error, program, () => transcript.version === version);
    if (refused.version === version) refused.version = transcript.version;
    set({ outputVersion: transcript.version });
  };

  const refuse = (error: ProgramError, code: string) => {
    const { phase, language, timeoutS } = get();
    const isIdle = phase === 'idle' || phase === 'finished';
    // Who presses Run again finds the error where it is.
    if (refused.version !== transcript.version || refused.code !== code) {
      transcript.setTime(undefined);
      showError(transcript, error);
      refused = { version: transcript.version, code };
      void explain(error, code, language);
    }
    const firstItem = transcript.endIndex;
    const run = newRun({ language, context: 'fresh', timeoutS, firstItem });
    set({
      runMark: markOfError(error, []),
      outputVersion: transcript.version,
      // A program that runs goes on, and its end will be told.
      ...(isIdle ? { phase: 'finished', run: { ...run, end: { kind: 'refused', error } } } : {}),
    });
  };

  return {
    problems: [],

    setChecker(language, checker) {
      if (checker) checkers[language] = checker;
      else delete checkers[language];
      if (language === openLanguage(get())) get().recheck();
    },
    recheck() {
      clearTimeout(timer);
      abort?.abort();
      const language = openLanguage(get());
      const checker = isLanguage(language) ? checkers[language] : undefined;
      const path = openDocumentPath(get());
      // What the browser finds comes at once: until then the old underlines move with the text.
      if ((!checker?.lint || path !== checkedPath) && get().problems.length > 0) {
        set({ problems: [] });
      }
      checkedPath = path;
      if (!isLanguage(language) || (checker && !checker.lint)) return;
      timer = setTimeout(() => void check(), checker ? BROWSER_DELAY_MS : SERVER_DELAY_MS);
    },
    checkBeforeRun() {
      const { language, code } = get();
      const text = code[language];
      const suspicion = checkers[language]?.seemsBroken(text);
      if (!suspicion) return undefined;
      const decide = async () => {
        if (!(await withinMs(SUSPICION_PATIENCE_MS, suspicion))) return false;
        const error = await syntaxError(text, language);
        // What has been typed meanwhile is not what was judged.
        if (!error || get().language !== language || get().code[language] !== text) return false;
        refuse(error, text);
        return true;
      };
      return decide();
    },
  };
}

const isLanguage = (language: DocumentLanguage): language is Language =>
  (LANGUAGES as readonly string[]).includes(language);

/** What a promise resolves with; undefined where it fails or takes too long. */
async function withinMs<T>(limitMs: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limitMs);
  });
  try {
    return await Promise.race([promise.catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
