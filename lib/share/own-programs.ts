/** Everything of the user's that this browser keeps: drafts, what was shared, the work of other tabs. */
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import { archiveDrafts, archivedDrafts, removeArchived } from '../store/draft-archive';
import { type Draft, holds, newDraft } from '../store/drafts';
import type { PlaygroundStore } from '../store/playground-store';
import type { KeptStorage } from '../store/saved-work';
import { removeTab } from '../store/tab-storage';
import { draftsOfTab, type OtherTab, otherTabs } from './other-tabs';
import { forgetShare, loadShares, type OwnShare, renameShare, restoreShare } from './own-shares';
import { changeSnippet } from './snippet-api';
import { draftOf } from './take-up';

/** A tab that was closed may come back as it was. */
const DAY_MS = 24 * 3600 * 1000;

interface Common {
  key: string;
  /** Empty where it has none. */
  title: string;
  /** Of a demo, which only what was shared can be, `markdown`. */
  language: Language | 'markdown';
  /** Milliseconds since 1970. */
  atMs: number;
}

export type OwnProgram = Common &
  (
    | { kind: 'draft'; draft: Draft; isArchived: boolean }
    | { kind: 'tab' | 'closed_tab'; draft: Draft; tab: string }
    | { kind: 'share'; share: OwnShare }
  );

/** Where it is all kept. */
export interface OwnPlace {
  store: PlaygroundStore;
  kept: KeptStorage | undefined;
  locks: LockManager | undefined;
}

/** Newest first. */
export async function listOwnPrograms({ store, kept, locks }: OwnPlace): Promise<OwnProgram[]> {
  const state = store.getState();
  const tabs = kept ? await otherTabs(kept, state.tabId, locks) : [];
  const isOld = ({ isOpen, drafts }: OtherTab) =>
    !isOpen && drafts.every(({ keptAtMs }) => keptAtMs < Date.now() - DAY_MS);
  for (const { id } of tabs.filter(isOld)) settleTab(id, { store, kept, locks });
  state.loadDrafts();
  const drafts = store.getState().drafts;
  const archived = (await archivedDrafts()).filter(
    (one) => !drafts.some(({ id }) => id === one.id),
  );
  const known = [...drafts, ...archived, draftOf(store, state.language)];
  const ofTabs = tabs
    .filter((tab) => !isOld(tab))
    .flatMap(({ id, isOpen, drafts: own }) =>
      own
        .filter((draft) => !known.some((one) => holds(one, draft)))
        .map((draft) =>
          itemOf(draft, { kind: isOpen ? 'tab' : 'closed_tab', draft, tab: id } as const),
        ),
    );
  return [
    ...drafts.map((draft) => itemOf(draft, { kind: 'draft', draft, isArchived: false } as const)),
    ...archived.map((draft) => itemOf(draft, { kind: 'draft', draft, isArchived: true } as const)),
    ...ofTabs,
    ...loadShares().map((share) => ({
      kind: 'share' as const,
      key: share.id,
      title: share.title,
      language: share.language,
      atMs: share.sharedAtMs,
      share,
    })),
  ].sort((a, b) => b.atMs - a.atMs);
}

function itemOf<Rest>({ id, title, origin, language, keptAtMs }: Draft, rest: Rest): Common & Rest {
  return { key: id, title: title ?? origin?.title ?? '', language, atMs: keptAtMs, ...rest };
}

/** The first line that says something; empty for what was shared, whose code is on the server. */
export function firstLineOf(item: OwnProgram): string {
  if (item.kind === 'share') return '';
  const line = item.draft.code.split('\n').find((text) => text.trim() !== '') ?? '';
  return line.trim().slice(0, 80);
}

/** The name of its language. */
export function languageOfOwn({ language }: OwnProgram): string {
  return language === 'markdown' ? 'Markdown' : LANGUAGE_NAMES[language].name;
}

/** Those with all words of a query somewhere in title, code, files' names, language or id. */
export function findOwnPrograms(items: readonly OwnProgram[], query: string): OwnProgram[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function textOf(item: OwnProgram): string {
  const common = `${item.title} ${languageOfOwn(item)}`;
  if (item.kind === 'share') return `${common} ${item.share.id}`;
  const paths = item.draft.files?.map(({ path }) => path).join(' ') ?? '';
  return `${common} ${item.draft.code} ${paths}`;
}

/** A title; of what was shared, on its page too. Rejects with a ProblemError where that fails. */
export async function renameOwn(item: OwnProgram, title: string, place: OwnPlace): Promise<void> {
  if (item.kind === 'share') {
    await changeSnippet(item.share.id, item.share.secret, { title });
    renameShare(item.share.id, title);
    return;
  }
  const { draft, isArchived } = settled(item, place);
  const named = { ...draft, title };
  if (isArchived) await archiveDrafts([named]);
  else place.store.getState().keepDraft(named);
}

/** Takes it off the list; what was shared stays where it is. Returns how to undo it. */
export async function removeOwn(item: OwnProgram, place: OwnPlace): Promise<() => Promise<void>> {
  if (item.kind === 'share') {
    forgetShare(item.share.id);
    return async () => restoreShare(item.share);
  }
  const { draft, isArchived } = settled(item, place);
  if (isArchived) {
    await removeArchived(draft.id);
    return async () => {
      await archiveDrafts([draft]);
    };
  }
  place.store.getState().removeDraft(draft.id);
  return async () => place.store.getState().keepDraft(draft);
}

/** What a closed tab has left becomes drafts like others, before one of them is changed. */
function settled(
  item: Exclude<OwnProgram, { kind: 'share' }>,
  place: OwnPlace,
): { draft: Draft; isArchived: boolean } {
  if (item.kind === 'draft') return item;
  const drafts = settleTab(item.tab, place);
  const draft = drafts.find(({ language }) => language === item.language) ?? item.draft;
  return { draft, isArchived: false };
}

function settleTab(tab: string, { kept, store }: OwnPlace): Draft[] {
  if (!kept) return [];
  const drafts = draftsOfTab(kept, tab).map((draft) => ({
    ...newDraft(draft),
    keptAtMs: draft.keptAtMs,
  }));
  for (const draft of drafts) store.getState().keepDraft(draft);
  removeTab(tab, kept);
  return drafts;
}
