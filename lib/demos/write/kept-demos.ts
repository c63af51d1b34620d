/**
 * Demos that are being written, in the browser: a key each. Two tabs never write the same one: who finds that
 * another has written to it goes on under a name of its own.
 */
import * as z from '@/lib/client/shape';
import { keysOf } from '@/lib/store/drafts';
import { newId } from '@/lib/store/new-id';
import type { KeptStorage } from '@/lib/store/saved-work';

/** What a demo was made from, or shared as. */
export interface DemoOrigin {
  id: string;
  revision: number;
  /** Empty where it has none. */
  title: string;
  /** Absent: it can be read only, and becomes a fork. */
  secret?: string | undefined;
}

export interface KeptDemo {
  /** Unique in this browser. */
  id: string;
  markdown: string;
  /** Milliseconds since 1970. */
  savedAtMs: number;
  /** The page that has written it last: another one with each load. */
  writer: string;
  origin?: DemoOrigin | undefined;
}

export const DEMO_PREFIX = 'runbay.demo.';
/** In the session's storage: the draft that this tab has been writing. */
export const DEMO_TAB_KEY = 'runbay.demoTab';
/** The oldest go first. */
const MAX_KEPT = 50;

const kept = z.object({
  id: z.string(),
  markdown: z.string(),
  savedAtMs: z.number(),
  writer: z.string(),
  origin: z.optional(
    z.object({
      id: z.string(),
      revision: z.number(),
      title: z.string(),
      secret: z.optional(z.string()),
    }),
  ),
});

export function loadDemo(storage: KeptStorage, id: string): KeptDemo | undefined {
  return read(storage.getItem(DEMO_PREFIX + id));
}

/** Newest first. */
export function loadDemos(storage: KeptStorage): KeptDemo[] {
  return keysOf(storage, DEMO_PREFIX)
    .flatMap((key) => read(storage.getItem(key)) ?? [])
    .sort((a, b) => b.savedAtMs - a.savedAtMs);
}

/** False where the browser does not take it. */
export function saveDemo(storage: KeptStorage, demo: KeptDemo): boolean {
  try {
    storage.setItem(DEMO_PREFIX + demo.id, JSON.stringify(demo));
  } catch {
    return false;
  }
  for (const { id } of loadDemos(storage).slice(MAX_KEPT)) removeDemo(storage, id);
  return true;
}

export function removeDemo(storage: KeptStorage, id: string): void {
  storage.removeItem(DEMO_PREFIX + id);
}

export const newDemoId = newId;

function read(text: string | null): KeptDemo | undefined {
  try {
    return kept.safeParse(text ? JSON.parse(text) : undefined).data;
  } catch {
    return undefined;
  }
}
