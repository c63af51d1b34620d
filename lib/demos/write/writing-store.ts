/** The demo that is being written in this tab, and where it is kept. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeptStorage } from '@/lib/store/saved-work';
import {
  DEMO_TAB_KEY,
  type DemoOrigin,
  type KeptDemo,
  loadDemo,
  loadDemos,
  newDemoId,
  removeDemo,
  saveDemo,
} from './kept-demos';

/** What the page has to say about the document, until it is dismissed. */
export type WritingNotice =
  /** It goes on with a draft that nobody has asked for. */
  | { kind: 'resumed'; savedAtMs: number }
  /** There is a draft beside what the server has. */
  | { kind: 'unsaved'; draft: KeptDemo }
  | { kind: 'other_tab' }
  /** Another document has taken the place of what stood here. */
  | { kind: 'opened'; name: string; before: string; notes: readonly string[]; again?: () => void }
  /** It is a copy of what readers have. */
  | { kind: 'copied' }
  | { kind: 'discarded'; before: string }
  | { kind: 'refused'; reason: string };

export interface WritingState {
  markdown: string;
  origin: DemoOrigin | undefined;
  /** `clean`: there is nothing that could be lost. */
  kept: 'clean' | 'keeping' | 'kept' | 'lost';
  notice: WritingNotice | undefined;
  /** Rises when another text takes the place of what is in the editor. */
  openedCount: number;
  /** The user's edit. */
  setMarkdown(markdown: string): void;
  /** Saves at once what would be saved soon. */
  flush(): void;
  /** Shows another document; what stood here stays among the drafts. */
  open(markdown: string, notice?: WritingNotice): void;
  /** Shows a document that is nobody's work yet, as `open` does. */
  startNew(markdown: string): void;
  /** Goes on with a draft. */
  resume(id: string): void;
  /** It has been shared as it is: the server has it. */
  shared(origin: DemoOrigin): void;
  /** Throws the document away, its draft too, and begins with another one. */
  discard(markdown: string): void;
  drafts(): KeptDemo[];
  dismiss(): void;
}

export type WritingStore = StoreApi<WritingState>;

interface Surroundings {
  /** Undefined where the browser keeps nothing. */
  storage: KeptStorage | undefined;
  /** Lasts as long as the tab. */
  session: Pick<Storage, 'getItem' | 'setItem'> | undefined;
  now: () => number;
}

interface Beginning {
  /** What is shown where nothing is kept: the server's text, or a first one. */
  markdown: string;
  origin?: DemoOrigin | undefined;
}

const SAVE_DELAY_MS = 300;

export function createWritingStore(
  { storage, session, now }: Surroundings,
  beginning: Beginning,
): WritingStore {
  const writer = newDemoId();
  const begun = begin(beginning, { storage, session });
  let { id, isNew } = begun;
  /** The draft as it is kept, as far as this tab knows. */
  let known = begun.draft && stampOf(begun.draft);
  /** The text that is kept elsewhere: on the server, or nobody's work. */
  let clean = beginning.markdown;
  let timer: ReturnType<typeof setTimeout> | undefined;

  return createStore<WritingState>()((set, get) => {
    const remember = () => {
      try {
        session?.setItem(DEMO_TAB_KEY, JSON.stringify([beginningOf(get().origin), id]));
      } catch {
        // A reload begins with the newest draft.
      }
    };
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      const { markdown, origin } = get();
      if (isNew && markdown === clean) {
        set({ kept: 'clean' });
        return;
      }
      if (!storage) {
        set({ kept: 'lost' });
        return;
      }
      const stored = loadDemo(storage, id);
      if (stored && stampOf(stored) !== known) {
        id = newDemoId();
        set({ notice: { kind: 'other_tab' } });
      }
      const demo = { id, markdown, savedAtMs: now(), writer, origin };
      const isSaved = saveDemo(storage, demo);
      isNew = false;
      known = stampOf(demo);
      remember();
      set({ kept: isSaved ? 'kept' : 'lost' });
    };
    /** The draft goes, unless another tab has gone on with it. */
    const forget = () => {
      const stored = storage && loadDemo(storage, id);
      if (storage && stored && stampOf(stored) === known) removeDemo(storage, id);
    };
    /** What stands here now stays where it is; what comes gets a name of its own. */
    const leave = () => {
      if (timer !== undefined) save();
      id = newDemoId();
      known = undefined;
      isNew = true;
    };

    const show = (shown: Pick<WritingState, 'markdown' | 'origin' | 'notice'>) =>
      set(({ openedCount }) => ({ ...shown, openedCount: openedCount + 1 }));

    return {
      markdown: begun.draft?.markdown ?? beginning.markdown,
      origin: begun.draft?.origin ?? beginning.origin,
      kept: begun.draft ? 'kept' : 'clean',
      notice: begun.notice,
      openedCount: 0,

      setMarkdown(markdown) {
        if (markdown === get().markdown) return;
        set({ markdown, kept: 'keeping' });
        clearTimeout(timer);
        timer = setTimeout(save, SAVE_DELAY_MS);
      },
      flush() {
        if (timer !== undefined) save();
      },
      open(markdown, notice) {
        leave();
        isNew = false;
        show({ markdown, origin: undefined, notice });
        save();
      },
      startNew(markdown) {
        leave();
        clean = markdown;
        show({ markdown, origin: undefined, notice: undefined });
        set({ kept: 'clean' });
        remember();
      },
      resume(draftId) {
        const draft = storage && loadDemo(storage, draftId);
        if (!draft) return;
        leave();
        id = draft.id;
        known = stampOf(draft);
        isNew = false;
        show({ markdown: draft.markdown, origin: draft.origin, notice: undefined });
        set({ kept: 'kept' });
        remember();
      },
      shared(origin) {
        clearTimeout(timer);
        timer = undefined;
        forget();
        id = newDemoId();
        known = undefined;
        isNew = true;
        clean = get().markdown;
        set({ origin, kept: 'clean', notice: undefined });
      },
      discard(markdown) {
        const before = get().markdown;
        clearTimeout(timer);
        timer = undefined;
        forget();
        get().startNew(markdown);
        set({ notice: { kind: 'discarded', before } });
      },
      drafts: () => (storage ? loadDemos(storage).filter((draft) => draft.id !== id) : []),
      dismiss: () => set({ notice: undefined }),
    };
  });
}

const stampOf = ({ writer, savedAtMs }: KeptDemo) => `${writer} ${savedAtMs}`;

/** Of what page a draft is: that of the demo which it changes, or the empty one. */
const beginningOf = (origin: DemoOrigin | undefined) => origin?.id ?? '';

interface Begun {
  id: string;
  isNew: boolean;
  draft?: KeptDemo;
  notice?: WritingNotice;
}

function begin(
  { markdown, origin }: Beginning,
  { storage, session }: Pick<Surroundings, 'storage' | 'session'>,
): Begun {
  const fresh: Begun = { id: newDemoId(), isNew: true };
  if (!storage) return fresh;
  const page = beginningOf(origin);
  const own = ownDraft(session, page);
  const before = own === undefined ? undefined : loadDemo(storage, own);
  if (before) return { id: before.id, isNew: false, draft: withSecret(before, origin) };
  const draft = loadDemos(storage).find((one) => beginningOf(one.origin) === page);
  if (!draft || draft.markdown === markdown) return fresh;
  if (origin !== undefined)
    return { ...fresh, notice: { kind: 'unsaved', draft: withSecret(draft, origin) } };
  const notice = { kind: 'resumed', savedAtMs: draft.savedAtMs } as const;
  return { id: draft.id, isNew: false, draft, notice };
}

/** The address knows it even where the draft was begun without. */
function withSecret(draft: KeptDemo, origin: DemoOrigin | undefined): KeptDemo {
  if (origin?.secret === undefined || draft.origin === undefined) return draft;
  return { ...draft, origin: { ...draft.origin, secret: origin.secret } };
}

/** After a reload. */
function ownDraft(session: Surroundings['session'], page: string): string | undefined {
  try {
    const [of, id]: unknown[] = JSON.parse(session?.getItem(DEMO_TAB_KEY) ?? '[]');
    return of === page && typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
