/** Puts a program from outside into the editor, and what stood there back. */
import type { Language } from '../agentbay/languages';
import { type Draft, newDraft } from '../store/drafts';
import type { PlaygroundStore } from '../store/playground-store';
import { FIRST_PROGRAMS } from '../store/programs';
import type { Origin } from '../store/saved-document';
import type { SharedProgram } from './program';

/** The visitor's own work, as far as a program from outside takes its place. */
export interface OwnWork {
  language: Language;
  timeoutS: number;
  /** Of the language of the program that was taken up. */
  draft: Draft;
  inputOn: boolean;
}

/** What the program in the editor was made from. */
export function originOf(store: PlaygroundStore): Origin | undefined {
  const { origins, language } = store.getState();
  return origins[language];
}

/** Returns what stood there before; undefined where nothing was the visitor's own. */
export function takeUp(
  store: PlaygroundStore,
  program: SharedProgram,
  origin?: Origin,
): OwnWork | undefined {
  const before = store.getState();
  const draft = draftOf(store, program.language);
  const own: OwnWork = {
    language: before.language,
    timeoutS: before.timeoutS,
    draft,
    inputOn: before.preparedInputs[program.language]?.on ?? true,
  };
  put(store, program, origin);
  const isOwnCode = draft.code !== FIRST_PROGRAMS[program.language] && draft.code !== program.code;
  if (!isOwnCode && draft.files?.length === 0 && !draft.stdin) return undefined;
  // In place of the program alone, which the store has kept.
  store.getState().keepDraft(draft);
  return own;
}

/** What has been written since the link was opened stays among the drafts and the removed files. */
export function bringOwnBack(store: PlaygroundStore, own: OwnWork): void {
  const { draft, language } = own;
  openDraft(store, draft);
  if (draft.stdin) store.getState().switchPrepared(own.inputOn);
  store.getState().setTimeoutS(own.timeoutS);
  store.getState().setLanguage(language);
  flush(store);
}

/** Puts a draft into the editor, with as much of it as was kept; it is a draft no longer. Returns as `takeUp`. */
export function openDraft(store: PlaygroundStore, draft: Draft): OwnWork | undefined {
  const { language, code, files, stdin, timeoutS, origin, id } = draft;
  if (files) {
    const state = store.getState();
    const program = { language, code, files, stdin, timeoutS: timeoutS ?? state.timeoutS };
    const own = takeUp(store, program, origin);
    store.getState().removeDraft(id);
    return own;
  }
  store.getState().bringBack(draft);
  return undefined;
}

/** The program of a language as a draft, with all that a run of it needs. */
export function draftOf(store: PlaygroundStore, language: Language): Draft {
  const { code, sourceFiles, preparedInputs, timeoutS, origins } = store.getState();
  return newDraft({
    language,
    code: code[language],
    files: [...sourceFiles],
    stdin: preparedInputs[language]?.text || undefined,
    timeoutS,
    origin: origins[language],
  });
}

function put(store: PlaygroundStore, program: SharedProgram, origin: Origin | undefined): void {
  const { language, code, files, stdin, timeoutS } = program;
  const state = store.getState();
  state.openProgram({ language, code }, new Set());
  state.beginDocument(language, origin);
  state.forgetReplaced();
  const paths = files.map(({ path }) => path);
  state.removeFiles(
    store
      .getState()
      .sourceFiles.map(({ path }) => path)
      .filter((path) => !paths.includes(path)),
  );
  if (files.length > 0) state.putFiles(files);
  state.openFile(undefined);
  state.forgetFilesNotice();
  const max = state.server?.limits.timeoutS.max ?? 60;
  state.setTimeoutS(Math.min(timeoutS, max));
  if (stdin !== undefined) {
    state.setPreparedText(stdin);
    state.switchPrepared(true);
  } else if (store.getState().preparedInputs[language]?.text) {
    // Another program's input stays where it is, and is not this one's.
    state.switchPrepared(false);
  }
  flush(store);
}

function flush(store: PlaygroundStore): void {
  const { flushPrepared, flushWork, flushFiles } = store.getState();
  flushPrepared();
  flushWork();
  flushFiles();
}
