/** The keys to rooms that this browser has: a student's own one, and the teacher's. */
import { browserStorage } from '@/lib/client/browser';
import * as z from '@/lib/client/shape';
import { ROOM_LIFETIME_MS } from '../contract';

interface OwnKey {
  id: string;
  key: string;
  nickname: string;
}

const schema = z.object({
  id: z.string(),
  key: z.string(),
  nickname: z.string(),
  atMs: z.number(),
});

const STUDENT_PREFIX = 'runbay.room.';
const TEACHER_PREFIX = 'runbay.wall.';

function load(name: string): OwnKey | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(browserStorage()?.getItem(name) ?? 'null'));
    if (!parsed.success || Date.now() - parsed.data.atMs > ROOM_LIFETIME_MS) return undefined;
    return parsed.data;
  } catch {
    return undefined;
  }
}

/** Whether the browser keeps it. */
function save(name: string, key: OwnKey): boolean {
  try {
    const storage = browserStorage();
    storage?.setItem(name, JSON.stringify({ ...key, atMs: Date.now() }));
    return storage !== undefined;
  } catch {
    return false;
  }
}

function forget(name: string): void {
  try {
    browserStorage()?.removeItem(name);
  } catch {
    // Blocked: then nothing was kept.
  }
}

/** Rooms are gone after a day, so their keys lead nowhere. */
export function forgetOldKeys(): void {
  try {
    const names = Object.keys(browserStorage() ?? {}).filter(
      (name) => name.startsWith(STUDENT_PREFIX) || name.startsWith(TEACHER_PREFIX),
    );
    for (const name of names) if (load(name) === undefined) forget(name);
  } catch {
    // Blocked.
  }
}

export const ownPlace = (code: string) => load(STUDENT_PREFIX + code);
export const savePlace = (code: string, key: OwnKey) => save(STUDENT_PREFIX + code, key);
export const forgetPlace = (code: string) => forget(STUDENT_PREFIX + code);

export const ownWallKey = (code: string) => load(TEACHER_PREFIX + code)?.key;
export const saveWallKey = (code: string, key: string) =>
  save(TEACHER_PREFIX + code, { id: '', key, nickname: '' });
export const forgetWallKey = (code: string) => forget(TEACHER_PREFIX + code);
