/** What programs print anew at each run, told by its form. It is named, never hidden. */

export const VARYING = ['address', 'time', 'duration', 'temporary', 'id'] as const;
export type Varying = (typeof VARYING)[number];

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`;

/** In this order: what one has taken, the next does not see. */
const FORMS: readonly (readonly [Varying, RegExp])[] = [
  ['address', /\bat 0x[0-9a-f]{6,16}\b/gi],
  ['id', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
  ['id', /\b(?:pid|process|started(?: daemon)?)[ =:]{1,3}\d{1,20}\b/gi],
  ['temporary', /\/tmp\/[\w.+/-]{1,200}|\btmp[a-z0-9_]{8}\b/g],
  ['time', new RegExp(`\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]${CLOCK}(?:Z|[+-]\\d{2}:?\\d{2})?)?`, 'g')],
  [
    'time',
    new RegExp(`\\b${DAY},? (?:${MONTH} {1,2}\\d{1,2}|\\d{1,2} ${MONTH})(?:,? \\d{4})?`, 'g'),
  ],
  ['time', /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b(?: ?[AP]M\b)?/g],
  // Seconds and milliseconds since 1970, of these decades.
  ['time', /\b1[6-9]\d{8}(?:\d{3}|\.\d{1,9})?\b/g],
  [
    'duration',
    /\b\d{1,12}(?:\.\d{1,12})?(?:e-?\d{1,2})? ?(?:ns|µs|μs|us|ms|s|secs?|(?:milli|micro|nano)?seconds?|min(?:ute)?s?)\b/g,
  ],
];

/** Longer lines are taken as they are. */
const MAX_LENGTH = 4000;

/** The line without what may be another at each run. */
export function withoutVarying(line: string): string {
  return replaced(line, () => {});
}

/** What differs between two lines that are equal without it. */
export function varyingBetween(before: string, after: string): Varying[] {
  const [old, now] = [foundIn(before), foundIn(after)];
  return VARYING.filter((kind) => old[kind].join('\n') !== now[kind].join('\n'));
}

function foundIn(line: string): Record<Varying, string[]> {
  const found: Record<Varying, string[]> = {
    ...{ address: [], time: [], duration: [], temporary: [], id: [] },
  };
  replaced(line, (kind, text) => found[kind].push(text));
  return found;
}

function replaced(line: string, onFound: (kind: Varying, text: string) => void): string {
  if (line.length > MAX_LENGTH) return line;
  return FORMS.reduce(
    (rest, [kind, form]) =>
      rest.replace(form, (text) => {
        onFound(kind, text);
        return `\u0000${kind}\u0000`;
      }),
    line,
  );
}
