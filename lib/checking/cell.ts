/** One program of a check, from its start to its end. */
import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import type { DoneEvent, ProgramError, SourceFile } from '@/lib/agentbay/contract';
import type { EngineSession } from '@/lib/agentbay/engines/engine';
import type { Language } from '@/lib/agentbay/languages';
import type { Fault } from './outcome';

/** What is looked at of a program's output. */
const OUTPUT_LIMIT = 256 * 1024;

export interface CellOrder {
  code: string;
  language: Language;
  context: 'fresh' | 'continue';
  stdin: string;
  timeoutS: number;
  files?: SourceFile[] | undefined;
}

export interface CellEnd {
  done: DoneEvent;
  error: ProgramError | undefined;
  /** Undefined where `onText` took it. */
  stdout: string;
  /** The value of the last expression, as the language shows it. */
  shown: string | undefined;
}

/** Calls that end the program from outside. */
export interface CellControl {
  stop(): void;
}

/** Throws an AppError where we could not run it. `onText` gets the output as it comes. */
export async function runCell(
  session: EngineSession,
  order: CellOrder,
  signal: AbortSignal,
  onText?: (text: string, control: CellControl) => void,
): Promise<CellEnd> {
  const run = session.start({
    ...order,
    runId: randomBytes(16).toString('base64url'),
    requestId: randomUUID(),
    files: order.files,
  });
  const stop = () => run.stop();
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  let stdout = '';
  let error: ProgramError | undefined;
  let shown: string | undefined;
  let done: DoneEvent | undefined;
  try {
    for await (const event of run) {
      if (event.type === 'stdout') {
        if (onText) onText(event.text, run);
        else if (stdout.length < OUTPUT_LIMIT) stdout += event.text;
      } else if (event.type === 'result' && event.item.isMainResult) shown = event.item.text;
      else if (event.type === 'error') error ??= event;
      else if (event.type === 'done') done = event;
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (done === undefined) throw new Error('The run ended without a done event.');
  return { done, error, stdout, shown };
}

/** Undefined where the program came to its end by itself and without an error. */
export function faultOf({ done, error }: CellEnd): Fault | undefined {
  switch (done.exit.reason) {
    case 'timed_out':
    case 'stopped':
      return 'timeout';
    case 'memory_exceeded':
      return 'memory';
    case 'output_exceeded':
      return 'output';
    case 'process_limit':
      return 'processes';
    case 'signalled':
      return 'ended';
    case 'exited':
      if (error) return 'error';
      return done.success ? undefined : 'ended';
  }
}
