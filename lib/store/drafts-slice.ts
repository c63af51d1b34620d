import type { Language } from '../agentbay/languages';
import {
  type Draft,
  holds,
  loadDrafts,
  newDraft,
  overflowOf,
  removeDraft,
  saveDraft,
} from './drafts';
import { FIRST_PROGRAMS } from './programs';
import type { SliceContext } from './slice';

export interface DraftsSlice {
  /** Programs of the user that were replaced, newest first. */
  drafts: Draft[];
  /** How many programs have been put into the editor: a new one is read from its beginning. */
  openedCount: number;
  /** The draft that has just been replaced, while the page offers to bring it back. */
  replaced: Draft | undefined;
  /** A draft is kept nowhere but in this page: the browser has no room for it. */
  draftsFull: boolean;
  /**
   * Puts a program into the editor and turns to its language. What stood there is kept as a draft
   * where the user has written it: where it is neither blank, nor the first program, nor one of
   * `known`, the texts that can be had again.
   */
  openProgram(program: { language: Language; code: string }, known: ReadonlySet<string>): void;
  /** Puts a draft back into the editor; what stood there is kept in the same way. `known` as there; absent: as told before. */
  bringBack(draft: Draft, known?: ReadonlySet<string>): void;
  /** Keeps it, in place of those that hold no more. */
  keepDraft(draft: Draft): void;
  removeDraft(id: string): void;
  /** The page no longer offers to bring the replaced draft back. It stays among the drafts. */
  forgetReplaced(): void;
  /** Reads what is kept again: another tab may have added to it. */
  loadDrafts(): void;
}

export function createDraftsSlice({ set, get, kept }: SliceContext): DraftsSlice {
  /** Of each language, the texts that can be had again, as far as they have been told. */
  const knownTexts: Partial<Record<Language, ReadonlySet<string>>> = {};
  /** What only this page has. */
  let homeless: Draft[] = [];
  const current = () => {
    try {
      return kept ? [...homeless, ...loadDrafts(kept)] : get().drafts;
    } catch {
      return get().drafts;
    }
  };
  const isOwn = (language: Language, code: string) =>
    code.trim() !== '' && code !== FIRST_PROGRAMS[language] && !knownTexts[language]?.has(code);
  /** What is too much for the small room goes to the large one. */
  const tidy = async () => {
    const tooMuch = [...homeless, ...overflowOf(loadDraftsNow())];
    if (tooMuch.length === 0) return;
    const isArchived = await import('./draft-archive').then(
      ({ archiveDrafts }) => archiveDrafts(tooMuch),
      () => false,
    );
    if (isArchived) {
      for (const { id } of tooMuch) if (kept) removeDraft(kept, id);
      homeless = homeless.filter((one) => !tooMuch.includes(one));
    }
    set({ draftsFull: homeless.length > 0, drafts: current() });
  };
  const loadDraftsNow = () => (kept ? loadDrafts(kept) : []);
  const drop = (id: string) => {
    homeless = homeless.filter((one) => one.id !== id);
    if (kept) removeDraft(kept, id);
  };
  /** Puts a program into the editor. Returns the draft that had to make room for it, if it was one. */
  const replace = ({ language, code, origin }: Pick<Draft, 'language' | 'code' | 'origin'>) => {
    const old = get().code[language];
    let replaced: Draft | undefined;
    if (old !== code && isOwn(language, old)) {
      replaced = newDraft({ language, code: old, origin: get().origins[language] });
      get().keepDraft(replaced);
    }
    get().setLanguage(language);
    get().openFile(undefined);
    get().setCode(code);
    get().beginDocument(language, origin);
    get().flushWork();
    set({ openedCount: get().openedCount + 1, filesNotice: undefined });
    return replaced;
  };

  return {
    drafts: [],
    openedCount: 0,
    replaced: undefined,
    draftsFull: false,

    openProgram(program, known) {
      knownTexts[program.language] = known;
      set({ replaced: replace(program) });
    },

    bringBack(draft, known) {
      if (known) knownTexts[draft.language] = known;
      replace(draft);
      get().removeDraft(draft.id);
      set({ replaced: undefined });
    },

    keepDraft(draft) {
      const drafts = current();
      const superfluous = drafts.filter((one) => holds(draft, one));
      const rest = drafts.filter((one) => one.id !== draft.id && !superfluous.includes(one));
      if (kept && !saveDraft(kept, draft)) homeless = [draft, ...homeless];
      for (const { id } of superfluous) if (id !== draft.id) drop(id);
      set({ drafts: [draft, ...rest] });
      if (kept) void tidy();
    },

    removeDraft(id) {
      drop(id);
      set({ drafts: current().filter((one) => one.id !== id) });
    },

    forgetReplaced() {
      set({ replaced: undefined });
    },

    loadDrafts() {
      set({ drafts: current() });
    },
  };
}
