import type { Language } from '../agentbay/languages';
import type { PlaygroundState } from './slice';

/** The program that is being edited. */
export const currentCode = (state: PlaygroundState): string => state.code[state.language];

const USUAL_TAB_COLUMNS: Record<Language, number> = { python: 4, javascript: 2, typescript: 2 };

/** Columns of one indentation in the program that is being edited. */
export const currentTabColumns = ({ settings, language }: PlaygroundState): number =>
  settings.tabWidth === 'auto' ? USUAL_TAB_COLUMNS[language] : settings.tabWidth;

/** True from the press of Run to the end of the program. */
export const isActive = (state: PlaygroundState): boolean =>
  state.phase === 'starting' || state.phase === 'running' || state.phase === 'stopping';

/** True from the program's first request for input until its end. */
export const isInteractive = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.isInteractive === true;

/** True while the program waits for a line of input. */
export const isWaitingForInput = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.inputPrompt !== undefined;
