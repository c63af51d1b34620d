import type { RunbayApi } from '../client/api';
import type { Transcript } from '../console/transcript';
import type { Texts } from '../messages/messages';
import type { CheckSlice } from './check-slice';
import type { DocumentSlice } from './document-slice';
import type { DraftsSlice } from './drafts-slice';
import type { EditorSlice } from './editor-slice';
import type { FilesSlice } from './files-slice';
import type { PreparedSlice } from './prepared-slice';
import type { PromptSlice } from './prompt-slice';
import type { RevealSlice } from './reveal-slice';
import type { RunSlice } from './run-slice';
import type { KeptStorage, SavedWorkStorage } from './saved-work';
import type { ServerSlice } from './server-slice';
import type { SettingsSlice } from './settings-slice';
import type { WorkspaceSlice } from './workspace-slice';

export type PlaygroundState = CheckSlice &
  DocumentSlice &
  DraftsSlice &
  EditorSlice &
  FilesSlice &
  RevealSlice &
  PreparedSlice &
  PromptSlice &
  RunSlice &
  ServerSlice &
  SettingsSlice &
  WorkspaceSlice;

/** The world outside of the store; tests put their own in. */
export interface Surroundings {
  api: RunbayApi;
  /** Undefined where the browser blocks it. */
  storage: SavedWorkStorage | undefined;
  /** The same for all tabs. Undefined where the browser blocks it. */
  kept: KeptStorage | undefined;
  /** Milliseconds. */
  now: () => number;
  /** Calls back when the page is about to be painted, soon in any case. */
  onNextFrame: (callback: () => void) => void;
  /** The page's texts as they are now; the reader may change the language. */
  texts: () => Texts;
}

/** What a slice is made from. */
export interface SliceContext extends Surroundings {
  set: (change: Partial<PlaygroundState>) => void;
  get: () => PlaygroundState;
  transcript: Transcript;
}
