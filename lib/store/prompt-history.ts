/** What was entered at the prompt, kept for each language between visits, and the way through it by arrow keys. */

import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import type { SavedWorkStorage } from './saved-work';

/** Of each language its entries, the newest last. */
export type PromptHistory = Partial<Record<Language, string[]>>;

export const HISTORY_KEY = 'runbay.history';
const VERSION = 1;
/** Of one language; the oldest go first. */
const MAX_ENTRIES = 200;
const MAX_CHARACTERS = 100_000;

const schema = z.object({
  version: z.literal(VERSION),
  entries: z.partialRecord(z.enum(LANGUAGES), z.array(z.string())),
});

/** What is kept; undefined where nothing is, where it cannot be read, or where it is not ours. */
export function loadHistory(storage: SavedWorkStorage | undefined): PromptHistory | undefined {
  try {
    const text = storage?.getItem(HISTORY_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    return parsed.success ? parsed.data.entries : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it where the browser does; silent where it does not. */
export function saveHistory(storage: SavedWorkStorage | undefined, entries: PromptHistory): void {
  try {
    storage?.setItem(HISTORY_KEY, JSON.stringify({ version: VERSION, entries }));
  } catch {
    // Full or blocked: it is kept until the page is closed.
  }
}

/** The entries with one more, which is the newest; the same code is not kept twice. */
export function withEntry(entries: readonly string[], code: string): string[] {
  const all = [...entries.filter((entry) => entry !== code), code].slice(-MAX_ENTRIES);
  let characters = 0;
  let from = all.length;
  while (from > 0) {
    characters += all[from - 1]?.length ?? 0;
    if (characters > MAX_CHARACTERS) break;
    from -= 1;
  }
  return all.slice(from);
}

/** A way through the history: `at` is an entry, or their number where it has come back to the draft. */
export interface Walk {
  entries: readonly string[];
  at: number;
  /** What stood at the prompt when it began. */
  draft: string;
}

export function beginWalk(entries: readonly string[], draft: string): Walk {
  return { entries, at: entries.length, draft };
}

/** One entry on, `-1` to the older, `1` to the newer; undefined at either end. */
export function walkOn(walk: Walk, by: -1 | 1): Walk | undefined {
  const at = walk.at + by;
  return at < 0 || at > walk.entries.length ? undefined : { ...walk, at };
}

export function textOfWalk({ entries, at, draft }: Walk): string {
  return entries[at] ?? draft;
}
