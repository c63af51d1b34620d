/**
 * Programs that another one has replaced, kept so that they can be brought back. Each has a key of its
 * own: two tabs that keep one at the same time do not write over each other.
 */
import type { SourceFile } from '../agentbay/contract';
import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import { newId } from './new-id';
import type { Origin } from './saved-document';
import type { KeptStorage } from './saved-work';

export interface Draft {
  /** Unique in this browser. */
  id: string;
  language: Language;
  code: string;
  /** Milliseconds since 1970. */
  keptAtMs: number;
  /** Given by the user. */
  title?: string | undefined;
  /** Absent: the draft is the program alone, and takes no file's place. */
  files?: SourceFile[] | undefined;
  /** Prepared input. */
  stdin?: string | undefined;
  timeoutS?: number | undefined;
  origin?: Origin | undefined;
}

export const DRAFT_PREFIX = 'runbay.draft.';
/** Where all of them were kept once, in one list. */
export const OLD_DRAFTS_KEY = 'runbay.drafts';
/** A browser keeps about 5 MB for one site; what is more goes to the archive (draft-archive.ts). */
const MAX_DRAFTS = 20;
const MAX_CHARACTERS = 1_000_000;

const draft = z.object({
  id: z.string(),
  language: z.enum(LANGUAGES),
  code: z.string(),
  keptAtMs: z.number(),
  title: z.optional(z.string()),
  files: z.optional(z.array(z.object({ path: z.string(), text: z.string() }))),
  stdin: z.optional(z.string()),
  timeoutS: z.optional(z.number()),
  origin: z.optional(
    z.object({
      id: z.string(),
      revision: z.number(),
      title: z.string(),
      secret: z.optional(z.string()),
    }),
  ),
});
const oldDrafts = z.object({ version: z.literal(1), drafts: z.array(draft) });

/** Undefined for whatever is none. */
export function readDraft(value: unknown): Draft | undefined {
  return draft.safeParse(value).data;
}

/** What is kept, newest first. */
export function loadDrafts(storage: KeptStorage): Draft[] {
  const drafts = keysOf(storage, DRAFT_PREFIX).flatMap(
    (key) => readDraft(parsed(storage.getItem(key))) ?? [],
  );
  const old = oldDrafts.safeParse(parsed(storage.getItem(OLD_DRAFTS_KEY))).data?.drafts ?? [];
  return [...drafts, ...old].sort((a, b) => b.keptAtMs - a.keptAtMs);
}

/** False where the browser does not take it. */
export function saveDraft(storage: KeptStorage, one: Draft): boolean {
  try {
    storage.setItem(DRAFT_PREFIX + one.id, JSON.stringify(one));
    return true;
  } catch {
    return false;
  }
}

export function removeDraft(storage: KeptStorage, id: string): void {
  storage.removeItem(DRAFT_PREFIX + id);
  const old = oldDrafts.safeParse(parsed(storage.getItem(OLD_DRAFTS_KEY))).data?.drafts ?? [];
  const others = old.filter((one) => one.id !== id);
  if (others.length === old.length) return;
  if (others.length === 0) storage.removeItem(OLD_DRAFTS_KEY);
  else storage.setItem(OLD_DRAFTS_KEY, JSON.stringify({ version: 1, drafts: others }));
}

export function newDraft(program: Omit<Draft, 'id' | 'keptAtMs'>): Draft {
  return { ...program, id: newId(), keptAtMs: Date.now() };
}

/** Whether a draft makes the other one superfluous. */
export function holds(one: Draft, other: Draft): boolean {
  return (
    one.language === other.language &&
    one.code === other.code &&
    (other.title === undefined || one.title === other.title) &&
    (other.files === undefined || isSame(one.files ?? [], other.files)) &&
    (other.stdin === undefined || one.stdin === other.stdin)
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Of drafts that are sorted, those that are too many or too much for the browser's small room. */
export function overflowOf(drafts: readonly Draft[]): Draft[] {
  let characters = 0;
  return drafts.filter((one, index) => {
    characters += JSON.stringify(one).length;
    return index > 0 && (index >= MAX_DRAFTS || characters > MAX_CHARACTERS);
  });
}

export function keysOf(storage: KeptStorage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(
    (key) => key.startsWith(prefix),
  );
}

function parsed(text: string | null): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
