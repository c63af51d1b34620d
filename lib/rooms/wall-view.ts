/** What the teacher's wall makes of its students: who is stuck, which errors are the same, in what order. */
import type { Language } from '../agentbay/languages';
import type { ItemProgress, ReportedError, Student } from './contract';

/** A block or an exercise as the wall names it. */
export interface WallItem {
  item: string;
  kind: 'block' | 'exercise';
  /** A block's number, or an exercise's name. */
  label: string;
  /** The heading above it, as text. */
  under: string;
  /** What its author has written in it. */
  code: string;
  /** What comes of it is an answer: lines, gaps or options, and nothing at first. */
  isAnswer?: boolean;
  /** For the colours of its code; undefined where it holds none. */
  language?: Language;
}

/** The choices for after how many minutes of failed tries a student counts as stuck. */
export const STUCK_MINUTES = [1, 3, 5, 10] as const;
export const USUAL_STUCK_MINUTES = 3;

export type Standing = 'hand' | 'stuck' | 'failing' | 'running' | 'working' | 'done' | 'away';

/** Those with a question come first. */
const ORDER: readonly Standing[] = [
  'hand',
  'stuck',
  'failing',
  'running',
  'working',
  'done',
  'away',
];

/**
 * Stuck: each try since then has failed, nothing else has got done, and it is that many minutes ago. Who has
 * closed the page is stuck no longer.
 */
export function isStuck(student: Student, nowMs: number, minutes: number): boolean {
  const { failingSinceMs, isHere } = student;
  return isHere && failingSinceMs !== undefined && nowMs - failingSinceMs >= minutes * 60_000;
}

export function standingOf(
  student: Student,
  items: readonly WallItem[],
  nowMs: number,
  minutes: number,
): Standing {
  if (!student.isHere) return 'away';
  if (student.handAtMs !== undefined) return 'hand';
  if (isStuck(student, nowMs, minutes)) return 'stuck';
  if (student.items.some(({ isRunning }) => isRunning)) return 'running';
  if (student.failingSinceMs !== undefined) return 'failing';
  return items.length > 0 && countDone(student, items) === items.length ? 'done' : 'working';
}

export function countDone(student: Student, items: readonly WallItem[]): number {
  const done = new Set(student.items.filter(isDone).map(({ item }) => item));
  return items.filter(({ item }) => done.has(item)).length;
}

function isDone({ state }: ItemProgress): boolean {
  return state === 'ok' || state === 'passed';
}

/** The item that a student has failed on last. */
export function lastFailure(student: Student): ItemProgress | undefined {
  const failures = student.items.filter(({ state }) => state === 'error' || state === 'failed');
  const at = failures.find(({ item }) => item === student.at);
  return at ?? failures.sort((a, b) => b.changedAtMs - a.changedAtMs)[0];
}

export interface ErrorGroup {
  /** Names the group. */
  id: string;
  item: WallItem;
  error: ReportedError;
  /** The lines in which it came up, the most frequent first. */
  lines: number[];
  /** Ids. */
  students: string[];
}

/** Errors that more than one student has now, in the same block with the same words; most students first. */
export function groupErrors(
  students: readonly Student[],
  items: readonly WallItem[],
): ErrorGroup[] {
  const known = new Map(items.map((item) => [item.item, item]));
  const groups = new Map<string, ErrorGroup>();
  for (const { id, items: own } of students) {
    for (const { item, error, state, isRunning } of own) {
      const wallItem = known.get(item);
      if (!error || !wallItem || isRunning || (state !== 'error' && state !== 'failed')) continue;
      const name = JSON.stringify([item, error.name, error.message]);
      const group = groups.get(name) ?? {
        id: name,
        item: wallItem,
        error,
        lines: [],
        students: [],
      };
      group.students.push(id);
      if (error.line !== undefined) group.lines.push(error.line);
      groups.set(name, group);
    }
  }
  return [...groups.values()]
    .filter(({ students: ids }) => ids.length > 1)
    .map((group) => ({ ...group, lines: byFrequency(group.lines) }))
    .sort((a, b) => b.students.length - a.students.length || a.id.localeCompare(b.id));
}

function byFrequency(lines: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([line]) => line);
}

export type WallOrder = 'need' | 'name' | 'progress';

export function sortStudents(
  students: readonly Student[],
  order: WallOrder,
  standing: (student: Student) => Standing,
  items: readonly WallItem[],
  locale: string,
): Student[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  const compare: Record<WallOrder, (a: Student, b: Student) => number> = {
    name: () => 0,
    progress: (a, b) => countDone(b, items) - countDone(a, items),
    // Within the same need who has had it for longer.
    need: (a, b) =>
      ORDER.indexOf(standing(a)) - ORDER.indexOf(standing(b)) || needSince(a) - needSince(b),
  };
  return [...students].sort(
    (a, b) => compare[order](a, b) || byName.compare(a.nickname, b.nickname),
  );
}

function needSince({ handAtMs, failingSinceMs }: Student): number {
  return handAtMs ?? failingSinceMs ?? 0;
}
