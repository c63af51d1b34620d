/** Whether a run gave what was recorded, and where it did not. Time and memory are never compared. */
import type { ProgramError, RichItem } from '../agentbay/contract';
import type { Receipt, ReceiptEnd, ReceiptEvent } from '../agentbay/receipt';
import { textOfItem } from '../console/rich-forms';
import { Transcript } from '../console/transcript';
import { diffLines, type LineDiff, linesOf } from './line-diff';
import { VARYING, type Varying, varyingBetween, withoutVarying } from './varying';

/** A run as its events tell it. */
export interface RunRecord {
  events: readonly ReceiptEvent[];
  end: ReceiptEnd;
}

export type Recorded = RunRecord & Pick<Receipt, 'truncated'>;

/** Something that is not as it was recorded. Results count from 1; one side of theirs may be absent. */
export type Difference =
  | { part: 'output' | 'errors' | 'error'; diff: LineDiff }
  | {
      part: 'result';
      number: number;
      recorded: RichItem | undefined;
      now: RichItem | undefined;
      diff: LineDiff | undefined;
    }
  | { part: 'end'; recorded: ReceiptEnd; now: ReceiptEnd };

export interface Comparison {
  /** `varying`: they differ only in what changes with each run. */
  verdict: 'same' | 'varying' | 'different';
  differences: Difference[];
  varying: Varying[];
  /** Colours or movements of the cursor differ, in a text that is the same. */
  isStyled: boolean;
  /** What was typed differs. */
  hasOtherInput: boolean;
  /** They were compared as far as both go: the recording is cut, or both were ended at a limit. */
  isPartial: boolean;
}

export function compareRuns(recorded: Recorded, now: RunRecord): Comparison {
  const wereEnded =
    isEndedByLimit(recorded.end) && recorded.end.exit.reason === now.end.exit.reason;
  const isPartial = recorded.truncated || wereEnded;
  const differences: Difference[] = [];
  const varying = new Set<Varying>();
  let isStyled = false;
  const typed = [typedOf(recorded.events), typedOf(now.events)];
  // Input that came whole stands in no output; then neither does what was typed.
  const isEchoed = typed.every((text) => text !== '');
  const note = (difference: Difference) => {
    differences.push(difference);
    if ('diff' in difference) addVarying(difference.diff, varying);
  };
  for (const [part, stream] of [
    ['output', 'stdout'],
    ['errors', 'stderr'],
  ] as const) {
    const [before, after] = [recorded.events, now.events].map((events) =>
      eventsOf(events, stream, isEchoed),
    );
    if (!before || !after || textOf(before) === textOf(after)) continue;
    const diff = diffOf(linesShown(before), linesShown(after), isPartial);
    if (diff.differing + diff.alike > 0) note({ part, diff });
    else if (!isPartial) isStyled = true;
  }
  for (const difference of differencesOfResults(recorded, now, isPartial)) note(difference);
  const error = differenceOfErrors(errorOf(recorded.events), errorOf(now.events));
  if (error) note(error);
  if (!sameExit(recorded.end, now.end)) note({ part: 'end', recorded: recorded.end, now: now.end });
  const differs = differences.some(
    (difference) => !('diff' in difference) || !difference.diff || difference.diff.differing > 0,
  );
  return {
    verdict: differs ? 'different' : differences.length > 0 || isStyled ? 'varying' : 'same',
    differences,
    varying: VARYING.filter((kind) => varying.has(kind)),
    isStyled,
    hasOtherInput: isEchoed && typed[0] !== typed[1],
    isPartial,
  };
}

/** Where such a program stood when it was ended is chance. */
function isEndedByLimit({ exit }: ReceiptEnd): boolean {
  return exit.reason !== 'exited' && exit.reason !== 'signalled';
}

type TextEvent = Extract<ReceiptEvent, { type: 'stdout' | 'stderr' | 'typed' }>;

/** What was typed stands where it was answered, as on the console. */
function eventsOf(
  events: readonly ReceiptEvent[],
  stream: 'stdout' | 'stderr',
  isEchoed: boolean,
): TextEvent[] {
  return events.filter(
    (event): event is TextEvent =>
      event.type === stream || (isEchoed && stream === 'stdout' && event.type === 'typed'),
  );
}

function textOf(events: readonly TextEvent[]): string {
  return events.map(({ text }) => text).join('');
}

function linesShown(events: readonly TextEvent[]): string[] {
  const transcript = new Transcript();
  for (const { type, text } of events) {
    if (type === 'typed') transcript.echo(text);
    else transcript.write(type, text);
  }
  const lines = transcript.items.map((item) => (item.kind === 'text' ? item.text : ''));
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** `isPartial`: what one has more at its end, the other may only not have got to. */
function diffOf(old: readonly string[], now: readonly string[], isPartial: boolean): LineDiff {
  const essence = withoutVarying;
  if (!isPartial) return diffLines(old, now, { essence });
  // The last line of either may be cut too.
  const shared = Math.max(0, Math.min(old.length, now.length) - 1);
  return diffLines(old.slice(0, shared), now.slice(0, shared), { essence });
}

function addVarying(diff: LineDiff | undefined, varying: Set<Varying>): void {
  for (const row of diff?.rows ?? []) {
    if (row.kind !== 'alike') continue;
    const [old, text] = [row.old, row.now].map((parts) => parts.map((part) => part.text).join(''));
    for (const kind of varyingBetween(old ?? '', text ?? '')) varying.add(kind);
  }
}

function differencesOfResults(recorded: Recorded, now: RunRecord, isPartial: boolean) {
  const [old, items] = [itemsOf(recorded.events), itemsOf(now.events)];
  const count = isPartial ? Math.min(old.length, items.length) : Math.max(old.length, items.length);
  const found: Difference[] = [];
  for (let index = 0; index < count; index += 1) {
    const [before, after] = [old[index], items[index]];
    const difference = differenceOfResult(before, after, recorded.truncated);
    if (difference) found.push({ ...difference, number: index + 1 });
  }
  return found;
}

/** Undefined where the two are the same. */
function differenceOfResult(
  recorded: RichItem | undefined,
  now: RichItem | undefined,
  isCut: boolean,
): Omit<Extract<Difference, { part: 'result' }>, 'number'> | undefined {
  // Of a large result the recording keeps the words alone.
  const isTextOnly = isCut && recorded !== undefined && isOnlyText(recorded);
  const other = isTextOnly && now ? { text: now.text, isMainResult: now.isMainResult } : now;
  if (canonical(recorded) === canonical(other)) return undefined;
  const same = { part: 'result', recorded, now } as const;
  if (!recorded || !now) return { ...same, diff: undefined };
  const [old, text] = [linesOfItem(recorded), linesOfItem(now)];
  const diff = diffLines(old, text, { essence: withoutVarying });
  // The same in words: something that cannot be told in lines differs, unless that is chance too.
  if (diff.differing > 0) return { ...same, diff };
  if (essenceOfItem(recorded) !== essenceOfItem(other)) return { ...same, diff: undefined };
  return diff.alike > 0 ? { ...same, diff } : undefined;
}

const itemsOf = (events: readonly ReceiptEvent[]) =>
  events.flatMap((event) => (event.type === 'result' ? [event.item] : []));

function isOnlyText(item: RichItem): boolean {
  return Object.keys(item).every((key) => key === 'text' || key === 'isMainResult');
}

/** A table row by row, all else as its text. */
function linesOfItem(item: RichItem): string[] {
  const { table } = item;
  if (!table) return linesOf(textOfItem(item) ?? '');
  return [table.columns, ...table.rows].map((row) => row.map(String).join(' | '));
}

/** The same for two that are the same, whatever the order of their keys. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/** Names that libraries invent for the parts of a picture or a table: `id="T_f3a2c"`, `url(#p1)`. */
const INVENTED = /\b(?:id|href)=\\?["']#?[\w-]{1,200}|\burl\(#[\w-]{1,200}|\bT_[0-9a-f]{5}\w*/g;

function essenceOfItem(item: RichItem | undefined): string {
  return canonical(item)
    .split('\\n')
    .map((line) => withoutVarying(line).replace(INVENTED, '\u0000'))
    .join('\n');
}

function errorOf(events: readonly ReceiptEvent[]): ProgramError | undefined {
  return events.findLast((event) => event.type === 'error');
}

function differenceOfErrors(
  recorded: ProgramError | undefined,
  now: ProgramError | undefined,
): Difference | undefined {
  const diff = diffLines(linesOfError(recorded), linesOfError(now), { essence: withoutVarying });
  return diff.differing + diff.alike > 0 ? { part: 'error', diff } : undefined;
}

/** An interrupt is our own way to end a program; where it stood is chance. */
function linesOfError(error: ProgramError | undefined): string[] {
  if (!error || error.name === 'KeyboardInterrupt') return [];
  const head = error.value ? `${error.name}: ${error.value}` : error.name;
  const lines = linesOf(error.traceback.trimEnd());
  return error.traceback.includes(head) ? lines : [...lines, ...linesOf(head)];
}

function sameExit({ exit: old }: ReceiptEnd, { exit: now }: ReceiptEnd): boolean {
  return old.reason === now.reason && old.code === now.code && old.signal === now.signal;
}

function typedOf(events: readonly ReceiptEvent[]): string {
  return events.map((event) => (event.type === 'typed' ? event.text : '')).join('');
}
