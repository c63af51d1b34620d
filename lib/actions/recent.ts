import * as z from '../client/shape';

export const RECENT_KEY = 'runbay.recent-actions';
const MAX_RECENT = 8;
const schema = z.array(z.string());

type RecentStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The ids of the actions used last, newest first; none where nothing can be read. */
export function loadRecent(storage: RecentStorage | undefined): string[] {
  try {
    const text = storage?.getItem(RECENT_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : []);
    return parsed.success ? parsed.data.slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}

/** Puts an action first, and keeps that where the browser does. */
export function noteRecent(storage: RecentStorage | undefined, id: string): string[] {
  const recent = [id, ...loadRecent(storage).filter((other) => other !== id)].slice(0, MAX_RECENT);
  try {
    storage?.setItem(RECENT_KEY, JSON.stringify(recent));
  } catch {
    // Full or blocked: a convenience.
  }
  return recent;
}
