import { createStore, type StoreApi } from 'zustand/vanilla';
import { Transcript } from '../console/transcript';
import { createEditorSlice } from './editor-slice';
import { createRunSlice } from './run-slice';
import { createServerSlice } from './server-slice';
import type { PlaygroundState, Surroundings } from './slice';

export type PlaygroundStore = StoreApi<PlaygroundState>;

/** The state of one playground: program, run and server. One per mounted page. */
export function createPlaygroundStore(surroundings: Surroundings): PlaygroundStore {
  return createStore<PlaygroundState>()((set, get) => {
    const context = { ...surroundings, set, get, transcript: new Transcript() };
    return {
      ...createEditorSlice(context),
      ...createRunSlice(context),
      ...createServerSlice(context),
    };
  });
}
