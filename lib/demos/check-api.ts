/** Has the server check an answer. */
import type {
  ChoiceOutcome,
  ExerciseOutcome,
  GapsOutcome,
  OrderOutcome,
  Outcome,
} from '../checking/outcome';
import { pageCredentials } from '../client/page-credentials';
import { OFFLINE, ProblemError, problemOfResponse } from '../client/problem';
import * as z from '../client/shape';

/** Where the activity stands: in a document that is kept, or in one that its author is writing. */
export type ActivitySource = { demo: string; revision?: number | undefined } | { markdown: string };

export type Answer =
  | { code: string }
  | { lines: string[] }
  | { answers: string[] }
  | { choice: number[] };

const error = z.object({
  name: z.string(),
  message: z.string(),
  line: z.optional(z.number()),
});
const fault = z.literal(['error', 'timeout', 'ended', 'memory', 'output', 'processes', 'unclear']);
const kind = z.literal([
  ...['none', 'undefined', 'bool', 'number', 'bigint', 'text', 'bytes', 'list', 'tuple', 'set'],
  ...['dict', 'map', 'date', 'object', 'cycle', 'cut', 'error'],
] as const);

const exercise: z.Shape<ExerciseOutcome> = z.object({
  type: z.literal('exercise'),
  passed: z.boolean(),
  broken: z.optional(
    z.object({ fault, error: z.optional(error), printed: z.optional(z.string()) }),
  ),
  results: z.array(
    z.object({
      state: z.literal(['passed', 'failed', 'untried']),
      isHidden: z.boolean(),
      label: z.optional(z.string()),
      given: z.object({ kind: z.literal(['call', 'check', 'input']), text: z.string() }),
      came: z.optional(z.string()),
      expected: z.optional(z.string()),
      printed: z.optional(z.string()),
      fault: z.optional(fault),
      error: z.optional(error),
      difference: z.optional(
        z.literal(['nothing', 'kind', 'spaces', 'capitals', 'order', 'value']),
      ),
      kinds: z.optional(z.object({ came: kind, expected: z.optional(kind) })),
      timeoutS: z.optional(z.number()),
    }),
  ),
  solution: z.optional(z.string()),
});

const order: z.Shape<OrderOutcome> = z.object({
  type: z.literal('order'),
  passed: z.boolean(),
  rightLines: z.number(),
  isIndentWrong: z.boolean(),
});

const gaps: z.Shape<GapsOutcome> = z.object({
  type: z.literal('gaps'),
  passed: z.boolean(),
  right: z.array(z.boolean()),
});

const choice: z.Shape<ChoiceOutcome> = z.object({
  type: z.literal('choice'),
  passed: z.boolean(),
  whys: z.array(z.object({ option: z.number(), why: z.string() })),
  rightChosen: z.number(),
  missing: z.number(),
});

export const outcomeSchema: z.Shape<Outcome> = z.union([exercise, order, gaps, choice]);

/** Rejects with a ProblemError, or where `signal` ends it. */
export async function checkAnswer(
  source: ActivitySource,
  activity: string,
  answer: Answer,
  signal: AbortSignal,
): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch('/api/demos/check', {
      method: 'POST',
      cache: 'no-store',
      credentials: pageCredentials(),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...source, activity, ...answer }),
      signal,
    });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new ProblemError(OFFLINE, { cause });
  }
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  return outcomeSchema.parse(await response.json());
}
