import { createStore, type StoreApi } from 'zustand/vanilla';
import { Transcript } from '../console/transcript';
import { createCheckSlice } from './check-slice';
import { createDocumentSlice } from './document-slice';
import { createDraftsSlice } from './drafts-slice';
import { createEditorSlice } from './editor-slice';
import { createFilesSlice } from './files-slice';
import { createPreparedSlice } from './prepared-slice';
import { createPromptSlice } from './prompt-slice';
import { createRevealSlice } from './reveal-slice';
import { createRunSlice } from './run-slice';
import { createServerSlice } from './server-slice';
import { createSettingsSlice } from './settings-slice';
import type { PlaygroundState, Surroundings } from './slice';
import { createWorkspaceSlice } from './workspace-slice';

export type PlaygroundStore = StoreApi<PlaygroundState>;

/** The state of one playground: program, run and server. One per mounted page. */
export function createPlaygroundStore(surroundings: Surroundings): PlaygroundStore {
  return createStore<PlaygroundState>()((set, get) => {
    const context = { ...surroundings, set, get, transcript: new Transcript() };
    return {
      ...createCheckSlice(context),
      ...createDocumentSlice(context),
      ...createDraftsSlice(context),
      ...createEditorSlice(context),
      ...createFilesSlice(context),
      ...createRevealSlice(context),
      ...createPreparedSlice(context),
      ...createPromptSlice(context),
      ...createRunSlice(context),
      ...createServerSlice(context),
      ...createSettingsSlice(context),
      ...createWorkspaceSlice(context),
    };
  });
}
