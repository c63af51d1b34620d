/** What the server may say, checked where it arrives. The types are the contract's own. */

import {
  type CheckProblem,
  COMPLETION_KINDS,
  type CompletionResponse,
  ENGINE_NAMES,
  EXIT_REASONS,
  type FilesResponse,
  type LanguagesResponse,
  type Problem,
  type RunEvent,
  type SessionResponse,
} from '../agentbay/contract';
import { LANGUAGES } from '../agentbay/languages';
import type { Step } from '../steps/trace';
import * as z from './shape';

const language = z.enum(LANGUAGES);
const engine = z.enum(ENGINE_NAMES);
const position = z.number().check(z.int(), z.gte(1));

const richItem = z.object({
  text: z.optional(z.string()),
  html: z.optional(z.string()),
  markdown: z.optional(z.string()),
  png: z.optional(z.string()),
  jpeg: z.optional(z.string()),
  svg: z.optional(z.string()),
  latex: z.optional(z.string()),
  json: z.optional(z.unknown()),
  chart: z.optional(z.unknown()),
  table: z.optional(
    z.object({
      columns: z.array(z.string()),
      rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
      rowCount: z.number(),
    }),
  ),
  isMainResult: z.optional(z.boolean()),
});

export const runEventSchema: z.Shape<RunEvent> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queued'), position: z.number() }),
  z.object({
    type: z.literal('start'),
    runId: z.string(),
    requestId: z.string(),
    language,
    engine,
    timeoutS: z.number(),
  }),
  z.object({ type: z.enum(['stdout', 'stderr']), text: z.string() }),
  z.object({ type: z.literal('result'), item: richItem }),
  z.object({ type: z.literal('input'), prompt: z.string() }),
  z.object({
    type: z.literal('error'),
    name: z.string(),
    value: z.string(),
    traceback: z.string(),
    line: z.optional(position),
    column: z.optional(position),
  }),
  z.object({
    type: z.literal('done'),
    success: z.boolean(),
    result: z.string(),
    errorMessage: z.optional(z.string()),
    exit: z.object({
      reason: z.enum(EXIT_REASONS),
      code: z.optional(z.number()),
      signal: z.optional(z.string()),
      line: z.optional(position),
      waitedForInput: z.optional(z.boolean()),
      sandboxLost: z.optional(z.boolean()),
    }),
    executionTime: z.number(),
    executionCount: z.number(),
    usage: z.object({
      cpuTimeS: z.number(),
      peakMemoryBytes: z.number(),
      outputBytes: z.number(),
    }),
    truncated: z.boolean(),
    // What shows it checks it (client/steps.ts).
    stoppedAt: z.optional(z.unknown() as z.Shape<Step>),
  }),
]);

export const problemSchema: z.Shape<Problem> = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  field: z.optional(z.string()),
  retryAfterS: z.optional(z.number()),
});

export const sessionSchema: z.Shape<SessionResponse> = z.object({
  engine,
  state: z.enum(['none', 'ready', 'busy']),
  idleTimeoutS: z.number(),
});

export const checkSchema: z.Shape<{ problems: CheckProblem[] }> = z.object({
  problems: z.array(
    z.object({
      name: z.optional(z.string()),
      line: z.number(),
      column: z.number(),
      endLine: z.number(),
      endColumn: z.number(),
      message: z.string(),
      severity: z.enum(['error', 'warning']),
    }),
  ),
});

export const completionSchema: z.Shape<CompletionResponse> = z.object({
  start: z.number(),
  end: z.number(),
  items: z.array(z.object({ label: z.string(), kind: z.enum(COMPLETION_KINDS) })),
});

export const filesSchema: z.Shape<FilesResponse> = z.object({
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number(), modifiedAtMs: z.number() })),
  truncated: z.boolean(),
});

export const languagesSchema: z.Shape<LanguagesResponse> = z.object({
  engine,
  languages: z.array(
    z.object({
      id: language,
      name: z.string(),
      version: z.string(),
      aliases: z.array(z.string()),
      fileName: z.string(),
    }),
  ),
  limits: z.object({
    timeoutS: z.object({ min: z.number(), max: z.number(), default: z.number() }),
    codeBytes: z.number(),
    stdinBytes: z.number(),
    outputBytes: z.number(),
    memoryBytes: z.number(),
    processes: z.number(),
    workspaceBytes: z.number(),
    tmpBytes: z.number(),
    fileBytes: z.number(),
    network: z.boolean(),
  }),
  capabilities: z.object({
    liveOutput: z.boolean(),
    liveInput: z.boolean(),
    keepsStopped: z.boolean(),
    measures: z.boolean(),
    checks: z.boolean(),
    completes: z.boolean(),
    steps: z.boolean(),
  }),
});
