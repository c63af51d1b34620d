/** What the guest says, checked: fields are copied by name, everything else is dropped. */
import 'server-only';
import { z } from 'zod';
import { COMPLETION_KINDS, type ProgramError, type RichItem } from '@/lib/agentbay/contract';
import { isDeeperThan } from '@/lib/json-depth';

/** Half a surrogate pair is no character; JSON from a guest may hold one. */
const text = z.string().transform((value) => value.toWellFormed());
/** How deep a result's JSON may be nested. */
const JSON_LEVELS = 500;
const line = z.number().int().positive().max(1e9);

const problem = z.object({
  name: text.optional(),
  line,
  column: line,
  endLine: line,
  endColumn: line,
  message: text,
  severity: z.enum(['error', 'warning']),
});

const question = z.number().int();
const offset = z.number().int().nonnegative();

const agentMessage = z.discriminatedUnion('t', [
  z.object({ t: z.literal('where'), line: line.nullable() }),
  z.object({ t: z.literal('input'), prompt: text, idle: z.boolean() }),
  z.object({ t: z.literal('resumed') }),
  z.object({ t: z.literal('begun') }),
  z.object({
    t: z.literal('end'),
    count: z.number().int().positive(),
    code: z.number().int().optional(),
    signal: z.number().int().optional(),
    cpuTimeS: z.number().nonnegative(),
    peakMemoryBytes: z.number().nonnegative(),
  }),
  z.object({ t: z.literal('unanswered'), id: question }),
  z.object({ t: z.literal('checked'), id: question, problems: z.array(problem).max(1000) }),
  z.object({
    t: z.literal('completed'),
    id: question,
    start: offset,
    end: offset,
    items: z.array(z.object({ label: text, kind: z.enum(COMPLETION_KINDS) })).max(200),
  }),
]);
export type AgentMessage = z.infer<typeof agentMessage>;

/** What JSON.parse reads but JSON.stringify, and a page that shows it, would not come through: its text stands alone. */
const shallow = z
  .unknown()
  .refine((value) => !isDeeperThan(value, JSON_LEVELS))
  .optional()
  .catch(undefined);

const item = z.object({
  text: text.optional(),
  html: text.optional(),
  markdown: text.optional(),
  png: z.base64().optional(),
  jpeg: z.base64().optional(),
  svg: text.optional(),
  latex: text.optional(),
  json: shallow,
  table: z
    .object({
      columns: z.array(text).max(1000),
      rows: z.array(z.array(z.union([text, z.number(), z.boolean(), z.null()]))).max(10_000),
      rowCount: z.number().int().nonnegative(),
    })
    .optional()
    .catch(undefined),
  chart: shallow,
  isMainResult: z.boolean().optional(),
});

const programError = z.object({
  name: text,
  value: text,
  traceback: text,
  line: line.optional().catch(undefined),
  column: line.optional().catch(undefined),
});

function read<T>(schema: z.ZodType<T>, payload: Buffer): T | undefined {
  try {
    return schema.parse(JSON.parse(payload.toString()));
  } catch {
    return undefined;
  }
}

/** Each gives undefined for what is not of its form. */
export const readAgentMessage = (payload: Buffer): AgentMessage | undefined =>
  read(agentMessage, payload);
export const readItem = (payload: Buffer): RichItem | undefined => read(item, payload);
export const readError = (payload: Buffer): ProgramError | undefined => read(programError, payload);
