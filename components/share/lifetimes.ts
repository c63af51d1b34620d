/** How long what is shared can stay. */
export const LIFETIMES = ['forever', 'day', 'week', 'month', 'year'] as const;
export type Lifetime = (typeof LIFETIMES)[number];

const DAY_MS = 24 * 3600 * 1000;
const DAYS: Record<Lifetime, number | undefined> = {
  forever: undefined,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
};

/** When something that lives so long from now on is gone, in milliseconds since 1970; null: never. */
export function endOf(lifetime: Lifetime): number | null {
  const days = DAYS[lifetime];
  return days === undefined ? null : Date.now() + days * DAY_MS;
}
