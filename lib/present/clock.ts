/** The speaker's clock: how long it has gone, and what is left of the time for it. */

export interface Clock {
  /** What had gone when it was last stopped, in milliseconds. */
  goneMs: number;
  /** Since when it goes, in milliseconds since 1970; undefined: it stands. */
  sinceMs: number | undefined;
  /** The time for all of it; 0: none was set. */
  planMinutes: number;
}

export const MAX_PLAN_MINUTES = 600;

export const STANDING: Clock = { goneMs: 0, sinceMs: undefined, planMinutes: 0 };

export function goneMs({ goneMs: before, sinceMs }: Clock, nowMs: number): number {
  return before + (sinceMs === undefined ? 0 : Math.max(0, nowMs - sinceMs));
}

export function toggled(clock: Clock, nowMs: number): Clock {
  if (clock.sinceMs === undefined) return { ...clock, sinceMs: nowMs };
  return { ...clock, goneMs: goneMs(clock, nowMs), sinceMs: undefined };
}

/** Undefined where no time was set; below 0 when it is over. */
export function leftMs(clock: Clock, nowMs: number): number | undefined {
  return clock.planMinutes === 0 ? undefined : clock.planMinutes * 60_000 - goneMs(clock, nowMs);
}

/** `4:05`, from an hour on `1:04:05`; below zero with a minus. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const text = `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  return ms <= -1000 ? `−${text}` : text;
}
