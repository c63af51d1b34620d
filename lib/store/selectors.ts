import type { SourceFile } from '../agentbay/contract';
import { LANGUAGE_NAMES, LANGUAGES, type Language, USUAL_LANGUAGES } from '../agentbay/languages';
import { type DocumentLanguage, languageOfPath } from './document-language';
import type { PlaygroundState } from './slice';

/** The program itself, whichever file is in the editor. */
export const currentCode = (state: PlaygroundState): string => state.code[state.language];

const openFile = ({ sourceFiles, openPath }: PlaygroundState): SourceFile | undefined =>
  openPath === undefined ? undefined : sourceFiles.find(({ path }) => path === openPath);

/** The path of what is in the editor: the program itself, or one of its files. */
export const openDocumentPath = (state: PlaygroundState): string =>
  openFile(state)?.path ?? LANGUAGE_NAMES[state.language].fileName;

/** What the editor calls it: the language of the program itself, or the file's path. */
export const openDocumentName = (state: PlaygroundState): string =>
  openFile(state)?.path ?? LANGUAGE_NAMES[state.language].name;

/** The text of what is in the editor. */
export const openText = (state: PlaygroundState): string =>
  openFile(state)?.text ?? currentCode(state);

/** The language of what is in the editor. */
export const openLanguage = (state: PlaygroundState): DocumentLanguage => {
  const path = openFile(state)?.path;
  return path === undefined ? state.language : languageOfPath(path);
};

/** The mark of the last run, where it is in what is in the editor. */
export const openRunMark = ({ runMark, openPath }: PlaygroundState) =>
  runMark?.path === openPath ? runMark : undefined;

const usualTabColumns = (language: DocumentLanguage): number => {
  if (language === 'json' || language === 'markdown') return 2;
  return language === 'plaintext' ? 4 : LANGUAGE_NAMES[language].indentColumns;
};

/** Columns of one indentation in what is in the editor. */
export const currentTabColumns = (state: PlaygroundState): number =>
  state.settings.tabWidth === 'auto'
    ? usualTabColumns(openLanguage(state))
    : state.settings.tabWidth;

/** True from the press of Run to the end of the program. */
export const isActive = (state: PlaygroundState): boolean =>
  state.phase === 'starting' || state.phase === 'running' || state.phase === 'stopping';

/** True from the program's first request for input until its end. */
export const isInteractive = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.isInteractive === true;

/** True while the program waits for a line of input. */
export const isWaitingForInput = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.inputPrompt !== undefined;

/** What is prepared for the program of the current language; undefined where nothing is, or where it is switched off. */
export const usedInput = ({ preparedInputs, language }: PlaygroundState): string | undefined => {
  const input = preparedInputs[language];
  return input?.on && input.text !== '' ? input.text : undefined;
};

/**
 * The ids of what may be chosen, with blanks between them: what the server offers (the usual ones until it has
 * told), and what is open here, be it offered or not.
 */
export const offeredLanguages = ({ server, language }: PlaygroundState): string => {
  const offered: readonly Language[] = server?.languages.map(({ id }) => id) ?? USUAL_LANGUAGES;
  return LANGUAGES.filter((id) => id === language || offered.includes(id)).join(' ');
};

/** The sandbox's Python, e.g. `3.11.2`; the oldest that is likely until the server has told. */
export const pythonVersion = ({ server }: PlaygroundState): string =>
  server?.languages.find(({ id }) => id === 'python')?.version || '3.11';
