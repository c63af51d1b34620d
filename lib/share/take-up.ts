/** Puts a program from a link into the editor, and what stood there back. */
import type { SourceFile } from '../agentbay/contract';
import type { Language } from '../agentbay/languages';
import type { RevisionName } from '../snippets/contract';
import type { PlaygroundStore } from '../store/playground-store';
import type { PreparedInput } from '../store/prepared-input';
import { FIRST_PROGRAMS } from '../store/programs';
import type { SharedProgram } from './program';

/** The visitor's own work, as far as a program from a link takes its place. */
export interface OwnWork {
  language: Language;
  timeoutS: number;
  /** Of the language of the program that was taken up. */
  code: { language: Language; text: string };
  files: readonly SourceFile[];
  input: PreparedInput | undefined;
}

/** What the program in the editor was made from, for as long as no other is opened. */
let origin: (RevisionName & { openedCount: number }) | undefined;

export function originOf(store: PlaygroundStore): RevisionName | undefined {
  if (!origin || origin.openedCount !== store.getState().openedCount) return undefined;
  return { id: origin.id, revision: origin.revision };
}

/** Returns what stood there before; undefined where nothing was the visitor's own. */
export function takeUp(
  store: PlaygroundStore,
  program: SharedProgram,
  from?: RevisionName,
): OwnWork | undefined {
  const { language } = program;
  const before = store.getState();
  const own: OwnWork = {
    language: before.language,
    timeoutS: before.timeoutS,
    code: { language, text: before.code[language] },
    files: before.sourceFiles,
    input: before.preparedInputs[language],
  };
  put(store, program);
  origin = from && { ...from, openedCount: store.getState().openedCount };
  const isOwn =
    (own.code.text !== FIRST_PROGRAMS[language] && own.code.text !== program.code) ||
    own.files.length > 0 ||
    (own.input?.text ?? '') !== '';
  return isOwn ? own : undefined;
}

/** What has been written since the link was opened stays among the drafts and the removed files. */
export function bringOwnBack(store: PlaygroundStore, own: OwnWork): void {
  const { code, files, input, timeoutS, language } = own;
  put(store, { language: code.language, code: code.text, files: [...files], timeoutS });
  if (input) {
    store.getState().setPreparedText(input.text);
    store.getState().switchPrepared(input.on);
    store.getState().flushPrepared();
  }
  store.getState().setLanguage(language);
}

function put(store: PlaygroundStore, program: SharedProgram): void {
  const { language, code, files, stdin, timeoutS } = program;
  const state = store.getState();
  state.openProgram({ language, code }, new Set());
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
  state.flushPrepared();
  state.flushWork();
  state.flushFiles();
}
