/** Two texts, line by line. Both may be anything: what takes too long is cut short, and says so. */
import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of a line. */
export interface LinePart {
  text: string;
  /** Not so in the line that stands in its place on the other side. */
  isChanged: boolean;
}

/** `alike`: the two sides differ only in what `DiffOptions.essence` leaves out. Lines count from 1. */
export type DiffRow =
  | { kind: 'same'; before: number; after: number; text: string }
  | { kind: 'alike'; before: number; after: number; old: LinePart[]; now: LinePart[] }
  | { kind: 'removed'; before: number; parts: LinePart[] }
  | { kind: 'added'; after: number; parts: LinePart[] };

export interface LineDiff {
  rows: DiffRow[];
  /** Lines that differ, alike ones aside; a line in place of another counts once. */
  differing: number;
  /** Lines that are alike without being the same. */
  alike: number;
  /** The first line of `before` that differs, or after which one is added. */
  firstLine: number | undefined;
  /** They differ too much to be compared further: from there on all is removed, and all added. */
  isRough: boolean;
}

export interface DiffOptions {
  /** What of a line counts; the whole where it is absent. */
  essence?: (line: string) => string;
  /** Milliseconds, about; past them two texts count as wholly different. */
  maxMs?: number;
}

/** Lines put in and taken out, past which two texts count as wholly different. */
const MAX_EDITS = 4000;
const MAX_MS = 300;
/** Longer lines are not looked into, nor any when the time is up. */
const MAX_LINE = 2000;

export function diffLines(
  before: readonly string[],
  after: readonly string[],
  { essence = (line) => line, maxMs = MAX_MS }: DiffOptions = {},
): LineDiff {
  const diff: LineDiff = { rows: [], differing: 0, alike: 0, firstLine: undefined, isRough: false };
  const endMs = performance.now() + maxMs;
  let [at, now] = [0, 0];
  const inPlace = (oldLines: readonly string[], newLines: readonly string[]) => {
    if (oldLines.length === 0 && newLines.length === 0) return;
    diff.firstLine ??= at + 1;
    diff.differing += Math.max(oldLines.length, newLines.length);
    const lit = oldLines.map((line, index) => {
      const other = newLines[index];
      return other === undefined ? undefined : partsOfPair(line, other, endMs);
    });
    for (const [index, line] of oldLines.entries()) {
      at += 1;
      diff.rows.push({ kind: 'removed', before: at, parts: lit[index]?.old ?? whole(line) });
    }
    for (const [index, line] of newLines.entries()) {
      now += 1;
      diff.rows.push({ kind: 'added', after: now, parts: lit[index]?.now ?? whole(line) });
    }
  };

  const begin = sharedStart(before, after);
  for (const text of before.slice(0, begin)) {
    at += 1;
    now += 1;
    diff.rows.push({ kind: 'same', before: at, after: now, text });
  }
  const [restBefore, restAfter] = [before.slice(begin), after.slice(begin)];
  const changes = diffArrays(restBefore.map(essence), restAfter.map(essence), {
    maxEditLength: MAX_EDITS,
    timeout: maxMs,
  });
  if (changes === undefined) {
    diff.isRough = true;
    inPlace(restBefore, restAfter);
    return diff;
  }
  let removed: readonly string[] = [];
  for (const { value, added: isAdded, removed: isRemoved } of changes) {
    if (isRemoved) {
      removed = before.slice(at, at + value.length);
      continue;
    }
    inPlace(removed, isAdded ? after.slice(now, now + value.length) : []);
    removed = [];
    if (isAdded) continue;
    for (const _ of value) {
      const [old = '', text = ''] = [before[at], after[now]];
      at += 1;
      now += 1;
      if (old === text) {
        diff.rows.push({ kind: 'same', before: at, after: now, text });
      } else {
        diff.alike += 1;
        diff.rows.push({ kind: 'alike', before: at, after: now, ...partsOfPair(old, text, endMs) });
      }
    }
  }
  inPlace(removed, []);
  return diff;
}

/** The lines of a text; a last line need not have an end. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function sharedStart(before: readonly string[], after: readonly string[]): number {
  let length = 0;
  while (length < before.length && length < after.length && before[length] === after[length]) {
    length += 1;
  }
  return length;
}

const whole = (text: string): LinePart[] => [{ text, isChanged: false }];

/** What has changed within a line; nothing is lit where hardly anything is left of it. */
function partsOfPair(
  old: string,
  text: string,
  endMs: number,
): { old: LinePart[]; now: LinePart[] } {
  const plain = { old: whole(old), now: whole(text) };
  const timeout = endMs - performance.now();
  if (old.length > MAX_LINE || text.length > MAX_LINE || timeout <= 0) return plain;
  const changes = diffWordsWithSpace(old, text, { maxEditLength: 400, timeout });
  if (changes === undefined) return plain;
  const kept = changes.reduce(
    (sum, { value, added, removed }) => (added || removed ? sum : sum + value.trim().length),
    0,
  );
  if (kept * 4 < Math.max(old.trim().length, text.trim().length)) return plain;
  const side = (left: 'added' | 'removed', own: 'added' | 'removed') =>
    changes
      .filter((change) => !change[left])
      .map((change) => ({ text: change.value, isChanged: change[own] === true }));
  return { old: side('added', 'removed'), now: side('removed', 'added') };
}
