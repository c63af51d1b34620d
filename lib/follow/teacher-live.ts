/** What the class sees of the teacher's editor: one block as it stands, and what its last run gave. Safe for the browser. */
import * as z from '../client/shape';

/** Kept by the room, so that who comes later sees it too. */
export const FOLLOW_KIND = 'follow';
export const FOLLOW_KEY = 'now';

/** Characters. A longer program, and longer output, is shown in part. */
export const LIVE_CODE_LIMIT = 20_000;
export const LIVE_OUTPUT_LIMIT = 6_000;
/** A room takes less than ten messages a second of its teacher. */
export const LIVE_PAUSE_MS = 300;

export const LIVE_PHASES = ['idle', 'running', 'asking', 'done', 'failed', 'stopped'] as const;
export type LivePhase = (typeof LIVE_PHASES)[number];

export interface TeacherLive {
  /** The block's id in the document. */
  block: string;
  /** As lib/agentbay/languages names it; shown in colours where it is known. */
  language: string;
  code: string;
  phase: LivePhase;
  /** The end of what it printed, as text; empty where it has not run. */
  output: string;
  /** Lines the teacher points at, both counted from 1; absent: none. */
  marked?: { first: number; last: number };
}

const line = z.number().check(z.int(), z.gte(1), z.lte(100_000));
const text = z.string();
const schema = z.object({
  block: text,
  language: text,
  code: text,
  phase: z.enum(LIVE_PHASES),
  output: text,
  marked: z.optional(z.object({ first: line, last: line })),
});

/** Undefined for anything else; the teacher shows nothing then. */
export function readTeacherLive(data: unknown): TeacherLive | undefined {
  const { data: live } = schema.safeParse(data);
  if (live === undefined || live.block.length > 80 || live.language.length > 40) return undefined;
  const { marked, ...rest } = live;
  return {
    ...rest,
    code: live.code.slice(0, LIVE_CODE_LIMIT),
    output: live.output.slice(-LIVE_OUTPUT_LIMIT),
    ...(marked === undefined ? {} : { marked }),
  };
}

/** What may be sent: cut to what is shown, without halves of characters. */
export function boundedLive(live: TeacherLive): TeacherLive {
  return {
    ...live,
    code: live.code.slice(0, LIVE_CODE_LIMIT).toWellFormed(),
    output: live.output.slice(-LIVE_OUTPUT_LIMIT).toWellFormed(),
  };
}

export function isSameLive(a: TeacherLive | undefined, b: TeacherLive | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
