/** Which notes a student has put away: the room tells that to the teacher only, so the tab keeps it. */
import * as z from '../client/shape';

const KEY = 'runbay.seen-notes';
const LIMIT = 200;
const schema = z.array(z.string());

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

function tab(): Kept | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

function load(storage: Kept | undefined): string[] {
  try {
    return schema.safeParse(JSON.parse(storage?.getItem(KEY) ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** A note that is changed gets another time, and is a new one. */
const nameOf = (key: string, atMs: number) => `${atMs} ${key}`;

export function wasSeen(key: string, atMs: number, storage = tab()): boolean {
  return load(storage).includes(nameOf(key, atMs));
}

/** Silent where nothing can be kept: the note comes back with a reload. */
export function markSeen(key: string, atMs: number, storage = tab()): void {
  try {
    const all = [...load(storage), nameOf(key, atMs)].slice(-LIMIT);
    storage?.setItem(KEY, JSON.stringify(all));
  } catch {
    // Full or blocked.
  }
}
