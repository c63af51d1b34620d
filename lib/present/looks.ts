/** How the stage looks: for a bright room, for a dark one, or as the page itself. */
import { browserStorage } from '../client/browser';
import * as z from '../client/shape';

export const LOOKS = ['daylight', 'night', 'page'] as const;
export type Look = (typeof LOOKS)[number];

export const MIN_SCALE = 0.7;
export const MAX_SCALE = 2;
const STEP = 0.1;

export interface StageLook {
  look: Look;
  /** Of the type; 1 fits a room. */
  scale: number;
}

export const FIRST_LOOK: StageLook = { look: 'daylight', scale: 1 };

const KEY = 'runbay.stage';
const schema = z.object({ look: z.enum(LOOKS), scale: z.number() });

export function nextLook(look: Look): Look {
  return LOOKS[(LOOKS.indexOf(look) + 1) % LOOKS.length] ?? 'daylight';
}

export function scaled(scale: number, direction: 1 | -1): number {
  const next = Math.round((scale + direction * STEP) * 10) / 10;
  return Math.min(MAX_SCALE, Math.max(MIN_SCALE, next));
}

/** As it was the last time in this browser. */
export function keptLook(storage = browserStorage()): StageLook {
  try {
    const read = schema.safeParse(JSON.parse(storage?.getItem(KEY) ?? ''));
    if (!read.success) return FIRST_LOOK;
    return { ...read.data, scale: scaled(read.data.scale - STEP, 1) };
  } catch {
    return FIRST_LOOK;
  }
}

export function keepLook(look: StageLook, storage = browserStorage()): void {
  try {
    storage?.setItem(KEY, JSON.stringify(look));
  } catch {
    // Full or blocked.
  }
}
