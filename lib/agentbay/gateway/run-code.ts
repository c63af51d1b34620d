/** The tool `run_code`: its arguments, the program, its answer. */
import 'server-only';
import { collectRun } from '@/lib/agentbay/collect';
import type { RunContext, RunEvent, SourceFile } from '@/lib/agentbay/contract';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import {
  checkCode,
  checkContext,
  checkFiles,
  checkLanguage,
  checkStdin,
  DEFAULT_TIMEOUT_S,
} from '@/lib/agentbay/run-request';
import { shown } from '@/lib/agentbay/shown';
import { isAppError } from '@/lib/errors';
import { type Outcome, toolResult } from './answer';
import { type Reader, runText } from './run-text';

export interface Program {
  code: string;
  language: Language;
  timeoutS: number;
  /** What only another Runbay asks for. Absent: `continue`, no input, the workspace as it is. */
  context?: RunContext;
  stdin?: string;
  files?: SourceFile[];
}

/** A program in the gateway's hands. It begins when its events are read. */
export interface HostedRun {
  events(): AsyncIterable<RunEvent>;
  stop(): void;
  /** Settles when it is over and has given everything back. */
  readonly finished: Promise<void>;
}

export interface HostedOrder extends Program {
  requestId: string;
  session: EngineSession;
  /** The key's number. */
  owner: number;
}

/** What the tool says of arguments that it does not take. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Throws ToolError. A `timeout_s` above the server's limit is that limit; fields it does not know are left alone. */
export function programOf(
  args: Record<string, unknown>,
  maxTimeoutS: number,
  reader: Reader = 'agentbay',
): Program {
  try {
    return {
      code: checkCode(args.code),
      language: checkLanguage(args.language),
      timeoutS: Math.min(timeoutOf(args.timeout_s), maxTimeoutS),
      ...(reader === 'runbay' ? moreOf(args.runbay) : {}),
    };
  } catch (error) {
    if (isAppError(error)) throw new ToolError(error.message);
    throw error;
  }
}

function moreOf(value: unknown): Pick<Program, 'context' | 'stdin' | 'files'> {
  if (typeof value !== 'object' || value === null) return {};
  const { context, stdin, files } = value as Record<string, unknown>;
  const given = checkFiles(files);
  return {
    context: checkContext(context ?? 'continue'),
    stdin: checkStdin(stdin) ?? '',
    ...(given === undefined ? {} : { files: given }),
  };
}

function timeoutOf(value: unknown): number {
  if (value === undefined || value === null) return DEFAULT_TIMEOUT_S;
  if (typeof value === 'number' && value > 0) return value;
  throw new ToolError(`timeout_s: expected a number of seconds above 0, got ${shown(value)}.`);
}

/** A program that had no wait is told of its time-out, not of the request's. */
const OWN_TIMEOUT_FIRST_MS = 250;

interface Terms {
  /** Aborted when the client goes away. */
  signal: AbortSignal;
  /** Within this the run has to end, its wait for a turn included. */
  leftMs: number;
  reader: Reader;
  /** The request's limit, for the sentence that says that it was hit. */
  limitS: number;
}

/** Runs it to its end, or to the client's. Throws an AppError where we failed. */
export async function collectHosted(run: HostedRun, terms: Terms): Promise<Outcome> {
  const { signal, leftMs, limitS, reader } = terms;
  let isOverdue = false;
  const stop = () => run.stop();
  const timer = setTimeout(() => {
    isOverdue = true;
    stop();
  }, leftMs + OWN_TIMEOUT_FIRST_MS);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  try {
    const response = await collectRun(run.events());
    if (isOverdue && response.exit.reason === 'stopped') {
      response.errorMessage = `Stopped: one request may take ${limitS} s, its wait for a turn included.`;
    }
    return toolResult(runText(response, reader), false);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
