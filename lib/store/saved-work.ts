/** What survives a reload: language, time limit, and the program of each language that was changed. */

import { LANGUAGES, type Language } from '../agentbay/languages';
import * as z from '../client/shape';

export interface SavedWork {
  language: Language;
  timeoutS: number;
  /** Only programs that differ from the first ones. */
  code: Partial<Record<Language, string>>;
}

/** Where it is kept: the part of `localStorage` that is needed. */
export type SavedWorkStorage = Pick<Storage, 'getItem' | 'setItem'>;
/** Where things with keys of their own are kept. */
export type KeptStorage = SavedWorkStorage & Pick<Storage, 'removeItem' | 'key' | 'length'>;

export const SAVED_WORK_KEY = 'runbay.work';
const VERSION = 1;

const schema = z.object({
  version: z.literal(VERSION),
  language: z.enum(LANGUAGES),
  timeoutS: z.number().check(z.int(), z.gte(1), z.lte(60)),
  code: z.partialRecord(z.enum(LANGUAGES), z.string()),
});

/** What was saved; undefined where nothing was, where it cannot be read, or where it is not ours. */
export function loadWork(storage: SavedWorkStorage | undefined): SavedWork | undefined {
  try {
    const text = storage?.getItem(SAVED_WORK_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    if (!parsed.success) return undefined;
    const { language, timeoutS, code } = parsed.data;
    return { language, timeoutS, code };
  } catch {
    return undefined;
  }
}

/** False where the browser does not keep it: storage that is blocked or full. */
export function saveWork(storage: SavedWorkStorage | undefined, work: SavedWork): boolean {
  try {
    storage?.setItem(SAVED_WORK_KEY, JSON.stringify({ version: VERSION, ...work }));
    return storage !== undefined;
  } catch {
    return false;
  }
}
