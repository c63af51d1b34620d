/** Programs that another one has replaced, kept so that they can be brought back. */

import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import type { SavedWorkStorage } from './saved-work';

export interface Draft {
  /** Unique in this browser. */
  id: string;
  language: Language;
  code: string;
  /** Milliseconds since 1970. */
  keptAtMs: number;
}

export const DRAFTS_KEY = 'runbay.drafts';
const VERSION = 1;
/** The oldest go first; a browser keeps about 5 MB for one site. */
const MAX_DRAFTS = 20;
const MAX_CHARACTERS = 1_000_000;

const schema = z.object({
  version: z.literal(VERSION),
  drafts: z.array(
    z.object({
      id: z.string(),
      language: z.enum(LANGUAGES),
      code: z.string(),
      keptAtMs: z.number(),
    }),
  ),
});

/** What is kept, newest first; undefined where nothing is, where it cannot be read, or where it is not ours. */
export function loadDrafts(storage: SavedWorkStorage | undefined): Draft[] | undefined {
  try {
    const text = storage?.getItem(DRAFTS_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    return parsed.success ? parsed.data.drafts : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps them where the browser does; silent where it does not. */
export function saveDrafts(storage: SavedWorkStorage | undefined, drafts: readonly Draft[]): void {
  try {
    storage?.setItem(DRAFTS_KEY, JSON.stringify({ version: VERSION, drafts }));
  } catch {
    // Full or blocked: they are kept until the page is closed.
  }
}

/** The drafts with one more, which is the newest; the same program is not kept twice. */
export function withDraft(drafts: readonly Draft[], draft: Draft): Draft[] {
  const others = drafts.filter(
    ({ language, code }) => language !== draft.language || code !== draft.code,
  );
  const all = [draft, ...others].slice(0, MAX_DRAFTS);
  let characters = 0;
  return all.filter(({ code }, index) => {
    characters += code.length;
    return index === 0 || characters <= MAX_CHARACTERS;
  });
}
