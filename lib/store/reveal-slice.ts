import { LANGUAGE_NAMES, LANGUAGES } from '../agentbay/languages';
import type { Place } from '../console/places';
import { openDocumentPath } from './selectors';
import type { SliceContext } from './slice';

export interface RevealSlice {
  /** Where the reader wants to go in the editor. Whoever shows that file goes there and calls `revealDone`. */
  revealed: Place | undefined;
  /** Brings a line of a file into the editor, and the editor into view. A line past the end means the last one. */
  revealInEditor(place: Place): void;
  revealDone(): void;
}

export function createRevealSlice({ set, get }: SliceContext): RevealSlice {
  return {
    revealed: undefined,

    revealInEditor(place) {
      const language = LANGUAGES.find((id) => LANGUAGE_NAMES[id].fileName === place.path);
      if (language) get().setLanguage(language);
      get().openFile(place.path);
      if (get().maximised === 'console') get().maximise(undefined);
      // A file that is not the user's own cannot be shown here.
      const isShown = openDocumentPath(get()) === place.path;
      set({ revealed: isShown ? { ...place } : undefined });
    },
    revealDone() {
      set({ revealed: undefined });
    },
  };
}
