/** What `run_code` says in its text: JSON, encoded once or twice, or the bare output of an old backend. */
import 'server-only';
import { z } from 'zod';
import {
  EXIT_REASONS,
  type Exit,
  type ProgramError,
  type RichItem,
  type Usage,
} from '@/lib/agentbay/contract';
import { field, isObject, type Json, objectIn } from './json';
import { readRichItem } from './rich-item';

export interface RunOutput {
  stdout: string[];
  stderr: string[];
  results: RichItem[];
  /** Why the program failed; empty where it did not. */
  failure: string;
  /** Seconds; undefined where it was not told. */
  executionTime: number | undefined;
  executionCount: number | undefined;
  /** What only another Runbay tells. */
  more: RunbayFacts | undefined;
}

/** Our own gateway's addition to an answer. AgentBay's has none of it. */
export interface RunbayFacts {
  exit: Exit;
  usage: Usage;
  truncated: boolean;
  error?: ProgramError | undefined;
}

const text = z.string().transform((value) => value.toWellFormed());
const place = z.number().int().positive().max(1e9).optional().catch(undefined);

const runbayFacts = z.object({
  exit: z.object({
    reason: z.enum(EXIT_REASONS),
    code: z.number().int().optional(),
    signal: text.optional(),
    line: place,
    waitedForInput: z.boolean().optional(),
    sandboxLost: z.boolean().optional(),
  }),
  usage: z.object({
    cpuTimeS: z.number().nonnegative(),
    peakMemoryBytes: z.number().nonnegative(),
    outputBytes: z.number().nonnegative(),
  }),
  truncated: z.boolean(),
  error: z
    .object({ name: text, value: text, traceback: text, line: place, column: place })
    .optional()
    .catch(undefined),
});

const KNOWN = ['stdout', 'stderr', 'result', 'executionError'];

/** `isError`: the tool says that it failed; then a bare text is why. */
export function readRunOutput(answer: string, isError: boolean): RunOutput {
  const json = objectIn(answer);
  // Bare output may well be JSON that a program printed.
  if (json === undefined || !KNOWN.some((name) => Object.hasOwn(json, name))) {
    const bare = answer.toWellFormed();
    const none = { stderr: [], results: [], executionTime: undefined, executionCount: undefined };
    const said = bare.trim() === '' ? 'The program could not be run.' : bare.trim();
    return isError
      ? { ...none, stdout: [], failure: said, more: undefined }
      : { ...none, stdout: bare === '' ? [] : [bare], failure: '', more: undefined };
  }
  const failure = failureOf(field(json, 'executionError', 'execution_error'));
  const more = runbayFacts.safeParse(json.runbay);
  return {
    stdout: lines(json.stdout),
    stderr: lines(json.stderr),
    results: list(json.result).flatMap((value) => readRichItem(value) ?? []),
    failure: failure === '' && isError ? 'The program failed.' : failure,
    executionTime: amount(json, 'executionTime', 'execution_time'),
    executionCount: amount(json, 'executionCount', 'execution_count'),
    more: more.success ? (more.data as RunbayFacts) : undefined,
  };
}

function list(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

function lines(value: unknown): string[] {
  return list(value).flatMap((line) =>
    typeof line === 'string' && line !== '' ? [line.toWellFormed()] : [],
  );
}

/** Words, or an object that has them. */
function failureOf(value: unknown): string {
  if (typeof value === 'string') return value.toWellFormed().trim();
  if (!isObject(value)) return '';
  const [name, said] = [value.name ?? value.ename, value.value ?? value.evalue ?? value.message];
  return [name, said].filter((part) => typeof part === 'string' && part !== '').join(': ');
}

function amount(json: Json, ...names: string[]): number | undefined {
  const value = field(json, ...names);
  return typeof value === 'number' && value >= 0 && Number.isFinite(value) ? value : undefined;
}
