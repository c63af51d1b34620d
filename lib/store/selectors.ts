import type { PlaygroundState } from './slice';

/** The program that is being edited. */
export const currentCode = (state: PlaygroundState): string => state.code[state.language];

/** True from the press of Run to the end of the program. */
export const isActive = (state: PlaygroundState): boolean =>
  state.phase === 'starting' || state.phase === 'running' || state.phase === 'stopping';

/** True from the program's first request for input until its end. */
export const isInteractive = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.isInteractive === true;

/** True while the program waits for a line of input. */
export const isWaitingForInput = (state: PlaygroundState): boolean =>
  state.phase === 'running' && state.run?.inputPrompt !== undefined;
