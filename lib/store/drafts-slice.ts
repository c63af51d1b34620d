import type { Language } from '../agentbay/languages';
import { type Draft, loadDrafts, saveDrafts, withDraft } from './drafts';
import { FIRST_PROGRAMS } from './programs';
import type { SliceContext } from './slice';

export interface DraftsSlice {
  /** Programs of the user that were replaced, newest first. */
  drafts: Draft[];
  /** How many programs have been put into the editor: a new one is read from its beginning. */
  openedCount: number;
  /** The draft that has just been replaced, while the page offers to bring it back. */
  replaced: Draft | undefined;
  /**
   * Puts a program into the editor and turns to its language. What stood there is kept as a draft
   * where the user has written it: where it is neither blank, nor the first program, nor one of
   * `known`, the texts that can be had again.
   */
  openProgram(program: { language: Language; code: string }, known: ReadonlySet<string>): void;
  /** Puts a draft back into the editor; what stood there is kept in the same way. `known` as there; absent: as told before. */
  bringBack(draft: Draft, known?: ReadonlySet<string>): void;
  /** The page no longer offers to bring the replaced draft back. It stays among the drafts. */
  forgetReplaced(): void;
  /** Reads what is kept again: another tab may have added to it. */
  loadDrafts(): void;
}

export function createDraftsSlice({ set, get, storage }: SliceContext): DraftsSlice {
  /** Of each language, the texts that can be had again, as far as they have been told. */
  const knownTexts: Partial<Record<Language, ReadonlySet<string>>> = {};
  const current = () => loadDrafts(storage) ?? get().drafts;
  const keep = (drafts: Draft[]) => {
    set({ drafts });
    saveDrafts(storage, drafts);
  };
  const isOwn = (language: Language, code: string) =>
    code.trim() !== '' && code !== FIRST_PROGRAMS[language] && !knownTexts[language]?.has(code);
  /** Puts a program into the editor. Returns the draft that had to make room for it, if it was one. */
  const replace = ({ language, code }: { language: Language; code: string }) => {
    const old = get().code[language];
    let replaced: Draft | undefined;
    if (old !== code && isOwn(language, old)) {
      replaced = { id: newId(), language, code: old, keptAtMs: Date.now() };
      keep(withDraft(current(), replaced));
    }
    get().setLanguage(language);
    get().openFile(undefined);
    get().setCode(code);
    get().flushWork();
    set({ openedCount: get().openedCount + 1, filesNotice: undefined });
    return replaced;
  };

  return {
    drafts: [],
    openedCount: 0,
    replaced: undefined,

    openProgram(program, known) {
      knownTexts[program.language] = known;
      set({ replaced: replace(program) });
    },

    bringBack(draft, known) {
      if (known) knownTexts[draft.language] = known;
      replace(draft);
      keep(current().filter(({ id }) => id !== draft.id));
      set({ replaced: undefined });
    },

    forgetReplaced() {
      set({ replaced: undefined });
    },

    loadDrafts() {
      set({ drafts: current() });
    },
  };
}

// Pages that did not come over HTTPS have no crypto.randomUUID.
const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
