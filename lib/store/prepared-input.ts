/** Standard input that is written before the program runs, for each language, and kept between visits. */

import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import type { SavedWorkStorage } from './saved-work';

export interface PreparedInput {
  text: string;
  /** False: the program asks for its input, as if nothing were prepared. */
  on: boolean;
}

export interface PreparedWork {
  /** The field is open. */
  open: boolean;
  inputs: Partial<Record<Language, PreparedInput>>;
}

export const PREPARED_KEY = 'runbay.input';
const VERSION = 1;
/** Characters; a browser keeps about 5 MB for one site, for all its work together. */
export const KEPT_CHARACTERS = 250_000;

const schema = z.object({
  version: z.literal(VERSION),
  open: z.boolean(),
  inputs: z.partialRecord(z.enum(LANGUAGES), z.object({ text: z.string(), on: z.boolean() })),
});

/** What was saved; undefined where nothing was, where it cannot be read, or where it is not ours. */
export function loadPrepared(storage: SavedWorkStorage | undefined): PreparedWork | undefined {
  try {
    const text = storage?.getItem(PREPARED_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    if (!parsed.success) return undefined;
    const { open, inputs } = parsed.data;
    return { open, inputs };
  } catch {
    return undefined;
  }
}

/** Keeps what is not too long for it, where the browser does; silent where it does not. */
export function savePrepared(storage: SavedWorkStorage | undefined, work: PreparedWork): void {
  const short = Object.entries(work.inputs).filter(
    ([, input]) => input.text.length <= KEPT_CHARACTERS,
  );
  const kept = { version: VERSION, open: work.open, inputs: Object.fromEntries(short) };
  try {
    storage?.setItem(PREPARED_KEY, JSON.stringify(kept));
  } catch {
    // Full or blocked: it is kept until the page is closed.
  }
}

export function byteCount(text: string): number {
  return new TextEncoder().encode(text).length;
}
