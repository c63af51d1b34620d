/** The speaker's clock across a reload of its window. */
import * as z from '../client/shape';
import { type Clock, MAX_PLAN_MINUTES, STANDING } from './clock';

const schema = z.object({
  goneMs: z.number().check(z.gte(0)),
  sinceMs: z.optional(z.number()),
  planMinutes: z.number().check(z.int(), z.gte(0), z.lte(MAX_PLAN_MINUTES)),
});

/** A standing clock where nothing, or something else, was kept. */
export function readClock(text: string | null | undefined): Clock {
  try {
    const { data } = schema.safeParse(JSON.parse(text ?? ''));
    return data ? { ...data, sinceMs: data.sinceMs } : STANDING;
  } catch {
    return STANDING;
  }
}

/** Undefined where the browser keeps nothing. */
export function browserSessionStorage(): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
