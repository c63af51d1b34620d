/** What a learner has done in which lesson; kept in this browser and nowhere else. */
import { browserStorage } from '../client/browser';
import * as z from '../client/shape';
import type { LessonFacts, LessonSteps } from './lesson';

export interface LessonProgress {
  /** Blocks that have been run. */
  blocks: string[];
  /** Exercises that have been passed. */
  passed: string[];
  /** What was done last. */
  at: string;
  /** Milliseconds since 1970. */
  lastAtMs: number;
  /** Said by the learner, whatever has been run. */
  isFinished: boolean;
}

/** By slug. */
export type Progress = Partial<Record<string, LessonProgress>>;

export type LessonState = 'new' | 'begun' | 'finished';

export const PROGRESS_KEY = 'runbay.lessons';
const VERSION = 1;
/** The oldest go first. */
const MAX_LESSONS = 300;
const MAX_STEPS = 200;

const schema = z.object({
  version: z.literal(VERSION),
  lessons: z.array(
    z.object({
      slug: z.string(),
      blocks: z.array(z.string()),
      passed: z.array(z.string()),
      at: z.string(),
      lastAtMs: z.number(),
      isFinished: z.boolean(),
    }),
  ),
});

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Nothing where the browser keeps nothing. */
export function loadProgress(storage: Kept | undefined = browserStorage()): Progress {
  const progress: Progress = Object.create(null);
  try {
    const text = storage?.getItem(PROGRESS_KEY);
    const parsed = schema.safeParse(text ? JSON.parse(text) : undefined);
    if (!parsed.success) return progress;
    for (const { slug, ...lesson } of parsed.data.lessons) progress[slug] = lesson;
  } catch {
    // Blocked, or not ours.
  }
  return progress;
}

/** False where the browser does not keep it. */
export function saveProgress(
  progress: Progress,
  storage: Kept | undefined = browserStorage(),
): boolean {
  const lessons = Object.entries(progress)
    .flatMap(([slug, lesson]) => (lesson ? [{ slug, ...lesson }] : []))
    .sort((a, b) => b.lastAtMs - a.lastAtMs)
    .slice(0, MAX_LESSONS);
  try {
    storage?.setItem(PROGRESS_KEY, JSON.stringify({ version: VERSION, lessons }));
    return storage !== undefined;
  } catch {
    return false;
  }
}

export type Done =
  | { kind: 'block' | 'activity'; id: string }
  /** The learner says so. */
  | { kind: 'finished'; is: boolean };

/** The same object where it was known already. */
export function noteDone(progress: Progress, slug: string, done: Done, nowMs: number): Progress {
  const before = progress[slug];
  const lesson = before ?? { blocks: [], passed: [], at: '', lastAtMs: 0, isFinished: false };
  const after = { ...lesson, lastAtMs: nowMs };
  if (done.kind === 'finished') {
    if (lesson.isFinished === done.is) return progress;
    after.isFinished = done.is;
  } else {
    const field = done.kind === 'block' ? 'blocks' : 'passed';
    // A page that is opened again tells what was passed before.
    if (lesson[field].includes(done.id) && (done.kind === 'activity' || lesson.at === done.id)) {
      return progress;
    }
    after[field] = [...lesson[field].filter((id) => id !== done.id), done.id].slice(-MAX_STEPS);
    after.at = done.id;
  }
  return { ...progress, [slug]: after };
}

/** Of the lesson as it is today: what it no longer has does not count. */
export function countSteps(steps: LessonSteps, lesson: LessonProgress | undefined) {
  const blocks = steps.blocks.filter((id) => lesson?.blocks.includes(id)).length;
  const passed = steps.activities.filter((id) => lesson?.passed.includes(id)).length;
  return { done: blocks + passed, all: steps.blocks.length + steps.activities.length, passed };
}

/** A lesson is finished when its exercises are passed, or all has been run where it has none. */
export function stateOf(steps: LessonSteps, lesson: LessonProgress | undefined): LessonState {
  if (lesson === undefined) return 'new';
  const { done, all, passed } = countSteps(steps, lesson);
  const isThrough = steps.activities.length > 0 ? passed === steps.activities.length : done === all;
  if (lesson.isFinished || (all > 0 && isThrough)) return 'finished';
  return done > 0 ? 'begun' : 'new';
}

export interface WhereToGoOn {
  lesson: LessonFacts;
  /** What was done last in it; absent where it has not been begun. */
  at?: string;
}

/** The lesson that was left last; if that one is finished, the next of its group that is not. */
export function whereToGoOn(
  groups: readonly { lessons: readonly LessonFacts[] }[],
  progress: Progress,
): WhereToGoOn | undefined {
  let latest: { group: readonly LessonFacts[]; at: number; ms: number } | undefined;
  for (const { lessons } of groups) {
    for (const [at, { slug, steps }] of lessons.entries()) {
      const ms = progress[slug]?.lastAtMs ?? 0;
      if (stateOf(steps, progress[slug]) === 'new') continue;
      if (ms > (latest?.ms ?? -1)) latest = { group: lessons, at, ms };
    }
  }
  if (latest === undefined) return undefined;
  const { group, at } = latest;
  const isOpen = ({ slug, steps }: LessonFacts) => stateOf(steps, progress[slug]) !== 'finished';
  const lesson = group.slice(at).find(isOpen) ?? group.find(isOpen);
  if (lesson === undefined) return undefined;
  const last = progress[lesson.slug]?.at;
  const isThere =
    last !== undefined && [...lesson.steps.blocks, ...lesson.steps.activities].includes(last);
  return { lesson, ...(isThere ? { at: last } : {}) };
}
