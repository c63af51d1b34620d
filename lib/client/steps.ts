/** Has a program recorded step by step. */
import type { SourceFile } from '../agentbay/contract';
import { EXIT_REASONS } from '../agentbay/contract';
import {
  BOX_KINDS,
  FRAME_KINDS,
  STEP_CUTS,
  STEP_EVENTS,
  STEP_LANGUAGES,
  STEP_OMISSIONS,
  type Step,
  type StepLanguage,
  type StepTrace,
} from '../steps/trace';
import { pageCredentials } from './page-credentials';
import { OFFLINE, ProblemError, problemOfResponse } from './problem';
import * as z from './shape';

export interface StepsRequest {
  code: string;
  language: StepLanguage;
  timeoutS?: number;
  /** Absent: its input ends at once. */
  stdin?: string;
  files?: SourceFile[];
}

const value = z.union([z.string(), z.number()]);
const pairs = z.array(z.array(value));
const frame = z.object({
  name: z.string(),
  kind: z.enum(FRAME_KINDS),
  file: z.string(),
  variables: pairs,
});
const box = z.object({
  kind: z.enum(BOX_KINDS),
  type: z.string(),
  text: z.optional(z.string()),
  items: z.optional(z.array(value)),
  entries: z.optional(pairs),
  size: z.optional(z.number()),
});

const step = z.object({
  event: z.enum(STEP_EVENTS),
  stack: z.array(z.array(z.number())),
  hidden: z.optional(z.number()),
  frames: z.optional(z.partialRecord(z.string(), frame)),
  boxes: z.optional(z.partialRecord(z.string(), box)),
  output: z.number(),
  value: z.optional(value),
  exception: z.optional(z.string()),
});

/** Undefined for what is no step. */
export function readStep(given: unknown): Step | undefined {
  const read = step.safeParse(given);
  return read.success ? (read.data as unknown as Step) : undefined;
}

const traceSchema = z.object({
  language: z.enum(STEP_LANGUAGES),
  steps: z.array(step),
  output: z.array(z.object({ stream: z.enum(['stdout', 'stderr']), text: z.string() })),
  cut: z.optional(z.enum(STEP_CUTS)),
  omitted: z.array(z.enum(STEP_OMISSIONS)),
  exit: z.object({
    reason: z.enum(EXIT_REASONS),
    code: z.optional(z.number()),
    signal: z.optional(z.string()),
    line: z.optional(z.number()),
  }),
  errorMessage: z.optional(z.string()),
  error: z.optional(
    z.object({
      name: z.string(),
      value: z.string(),
      traceback: z.string(),
      line: z.optional(z.number()),
      column: z.optional(z.number()),
    }),
  ),
});

/** Rejects with a ProblemError where it fails, with an AbortError where `signal` ends it. */
export async function recordSteps(request: StepsRequest, signal: AbortSignal): Promise<StepTrace> {
  let response: Response;
  try {
    response = await fetch('/api/steps', {
      method: 'POST',
      cache: 'no-store',
      credentials: pageCredentials(),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ProblemError(OFFLINE, { cause: error });
  }
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  // Pairs are lists of two by the server's own schema.
  return traceSchema.parse(await response.json()) as unknown as StepTrace;
}
