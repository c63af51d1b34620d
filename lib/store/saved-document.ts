/** What the program in the editor was made from, kept between visits. */
import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';
import type { RevisionName } from '../snippets/contract';
import type { SavedWorkStorage } from './saved-work';

/** The shared program that another one was made from. */
export interface Origin extends RevisionName {
  /** Empty where it has none. */
  title: string;
  /** With it a new revision can be saved under the same link; absent: it is somebody else's. */
  secret?: string | undefined;
}

export interface SavedDocument {
  /** The same in tabs that began with the same work. */
  documentId: string;
  origins: Partial<Record<Language, Origin>>;
}

export const DOCUMENT_KEY = 'runbay.document';
const VERSION = 1;

const schema = z.object({
  version: z.literal(VERSION),
  documentId: z.string(),
  origins: z.partialRecord(
    z.enum(LANGUAGES),
    z.object({
      id: z.string(),
      revision: z.number(),
      title: z.string(),
      secret: z.optional(z.string()),
    }),
  ),
});

/** What was saved; undefined where nothing was, where it cannot be read, or where it is not ours. */
export function loadDocument(storage: SavedWorkStorage | undefined): SavedDocument | undefined {
  try {
    const text = storage?.getItem(DOCUMENT_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Silent where the browser keeps nothing: it is known until the page is closed. */
export function saveDocument(storage: SavedWorkStorage | undefined, saved: SavedDocument): void {
  try {
    storage?.setItem(DOCUMENT_KEY, JSON.stringify({ version: VERSION, ...saved }));
  } catch {
    // Full or blocked.
  }
}
