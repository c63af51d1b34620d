/** A shared program with what was recorded of it, fetched when the reader wants to run it. */

import { ENGINE_NAMES } from '../agentbay/contract';
import type { Receipt } from '../agentbay/receipt';
import { OFFLINE, ProblemError, problemOfResponse } from '../client/problem';
import { runEventSchema } from '../client/schemas';
import * as z from '../client/shape';
import { readProgram, type SharedProgram } from './program';

export interface RecordedProgram {
  program: SharedProgram;
  /** Absent where nothing was recorded. */
  receipt: Receipt | undefined;
}

const typed = z.object({
  type: z.literal('typed'),
  text: z.string(),
  end: z.optional(z.boolean()),
});

const receiptSchema = z.object({
  ranAtMs: z.number(),
  engine: z.enum(ENGINE_NAMES),
  languageVersion: z.string(),
  sandbox: z.enum(['own', 'session']),
  events: z.array(z.unknown()),
  end: z.unknown(),
  truncated: z.boolean(),
});

/** Rejects with a ProblemError. */
export async function loadRecorded(id: string, revision: number): Promise<RecordedProgram> {
  let response: Response;
  try {
    response = await fetch(`/api/snippets/${id}?revision=${revision}`);
  } catch (error) {
    throw new ProblemError(OFFLINE, { cause: error });
  }
  if (!response.ok) throw new ProblemError(await problemOfResponse(response));
  const body = (await response.json()) as { receipt?: unknown };
  const program = readProgram(body);
  if (!program) throw new Error('This is no program.');
  return { program, receipt: readReceipt(body.receipt) };
}

/** Undefined for anything else. What an older or newer server calls otherwise is left out. */
export function readReceipt(value: unknown): Receipt | undefined {
  const parsed = receiptSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const done = runEventSchema.safeParse({
    ...Object(parsed.data.end),
    ...{ type: 'done', result: '', executionCount: 1 },
  });
  if (!done.success || done.data.type !== 'done') return undefined;
  const { type: _, result: __, executionCount: ___, ...end } = done.data;
  const events: Receipt['events'] = [];
  for (const event of parsed.data.events) {
    const known = runEventSchema.safeParse(event);
    if (known.success) {
      const { data } = known;
      if (data.type !== 'queued' && data.type !== 'start' && data.type !== 'done')
        events.push(data);
      continue;
    }
    const answer = typed.safeParse(event);
    if (answer.success) {
      const { text, end: isEnd } = answer.data;
      events.push({ type: 'typed', text, ...(isEnd === undefined ? {} : { end: isEnd }) });
    }
  }
  return { ...parsed.data, events, end };
}
