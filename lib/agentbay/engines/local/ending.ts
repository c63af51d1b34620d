/** How a run ended, in words and in fields: the one place where causes become `exit` and `errorMessage`. */
import 'server-only';
import { constants } from 'node:os';
import type { Exit, ExitReason, ProgramError } from '@/lib/agentbay/contract';
import { sizeInWords } from '../size-in-words';
import type { SandboxLimits } from './bubblewrap';

export interface EndFacts {
  /** What we ended it for, where we did; the first cause is kept. */
  cause: ExitReason | undefined;
  code: number | undefined;
  signalNumber: number | undefined;
  error: ProgramError | undefined;
  /** The control group ended a process of it for memory. */
  memoryKilled: boolean;
  /** The control group refused it a process. */
  processRefused: boolean;
  /** V8 reported that its heap was full. */
  heapFull: boolean;
  /** The line that was running when we interrupted it; null where none was. */
  line: number | null | undefined;
  waitedForInput: boolean;
  inputWaitLimitS: number;
  hadBegun: boolean;
  timeoutS: number;
  outputLimitBytes: number;
  limits: SandboxLimits;
  /** The sandbox itself had to be ended; the session's files went with it. */
  sandboxLost: boolean;
}

export interface Ending {
  exit: Exit;
  success: boolean;
  errorMessage?: string;
}

/** The first name of each number; later ones are aliases (SIGIOT of SIGABRT). */
const SIGNAL_NAMES = new Map(
  Object.entries(constants.signals)
    .reverse()
    .map(([name, number]) => [number as number, name]),
);

const V8_ALLOCATION_FAILED =
  /^(Array buffer allocation failed|Failed to allocate memory|WebAssembly\.(Memory|Table).* (could not allocate memory|Unable to grow instance memory))/;

const SIGNAL_MEANINGS: Record<string, string> = {
  SIGSEGV: 'it touched memory that is not its own, or its recursion was too deep for the stack',
  SIGABRT: 'it ended itself because of an internal error',
  SIGTRAP: 'it ended itself because of an internal error',
  SIGBUS: 'it touched memory that is not there',
  SIGFPE: 'it made an arithmetic error',
  SIGILL: 'it met an instruction that does not exist',
  SIGKILL: 'it was killed',
  SIGTERM: 'it was asked to end',
  SIGXFSZ: 'it wrote a file larger than is allowed',
};

/** Why it ended; `describeEnding` says it in words. */
export function reasonOf(facts: EndFacts): ExitReason {
  if (facts.cause !== undefined) return facts.cause;
  const failed = facts.code !== 0;
  if (failed && (facts.memoryKilled || facts.heapFull)) return 'memory_exceeded';
  if (failed && isOutOfMemory(facts.error)) return 'memory_exceeded';
  if (failed && (facts.processRefused || isProcessRefusal(facts.error))) return 'process_limit';
  return facts.signalNumber !== undefined ? 'signalled' : 'exited';
}

/** Python's own has no words, numpy's says what it wanted; ENOMEM of the system; V8's outside of its heap. */
function isOutOfMemory(error: ProgramError | undefined): boolean {
  if (error === undefined) return false;
  const { name, value } = error;
  if (/(^|_)MemoryError$/.test(name)) return /^$|^Unable to allocate/.test(value);
  if (name === 'OSError') return value.startsWith('[Errno 12]');
  return name === 'RangeError' && V8_ALLOCATION_FAILED.test(value);
}

/** What Python and Node.js say when fork(2) or clone(2) answers EAGAIN; hosts without a counter have only this. */
function isProcessRefusal(error: ProgramError | undefined): boolean {
  if (error === undefined) return false;
  const { name, value, traceback } = error;
  if (name === 'BlockingIOError' && value.startsWith('[Errno 11]')) {
    return /fork|Popen|subprocess|Process/.test(traceback);
  }
  return value === "can't start new thread" || /^spawn\S* \S+ EAGAIN$/.test(value);
}

export function describeEnding(facts: EndFacts): Ending {
  const reason = reasonOf(facts);
  const signal =
    facts.signalNumber === undefined
      ? undefined
      : (SIGNAL_NAMES.get(facts.signalNumber) ?? `SIG${facts.signalNumber}`);
  const exit: Exit = {
    reason,
    ...(facts.code === undefined ? {} : { code: facts.code }),
    ...(signal === undefined ? {} : { signal }),
    ...placeOf(reason, facts),
    ...(facts.sandboxLost ? { sandboxLost: true } : {}),
  };
  const success = reason === 'exited' && facts.code === 0 && facts.error === undefined;
  if (success) return { exit, success };
  const lost = facts.sandboxLost ? ' The sandbox had to be replaced; its files are gone.' : '';
  return { exit, success, errorMessage: sentence(reason, signal, facts) + lost };
}

function sentence(reason: ExitReason, signal: string | undefined, facts: EndFacts): string {
  const { error, limits } = facts;
  const at = error?.line === undefined ? '' : ` (line ${error.line})`;
  switch (reason) {
    case 'timed_out':
      if (facts.waitedForInput)
        return `Stopped: it had waited ${facts.inputWaitLimitS} s for input.`;
      return `Stopped after ${facts.timeoutS} s: ${whatRan(facts)}.`;
    case 'stopped':
      return `Stopped: ${whatRan(facts)}.`;
    case 'memory_exceeded':
      return `Stopped${at}: the program needed more than its ${sizeInWords(limits.memoryLimitBytes)} of memory.`;
    case 'output_exceeded':
      return `Stopped: the program printed more than ${sizeInWords(facts.outputLimitBytes)}, the most that one run may.`;
    case 'process_limit':
      return `The program wanted more than its ${limits.processLimit} processes and threads${at}.`;
    case 'signalled':
      return `The program was ended by ${signal}: ${SIGNAL_MEANINGS[signal ?? ''] ?? 'a signal'}.`;
    case 'exited':
      if (error === undefined) return `The program ended with exit code ${facts.code}.`;
      return `${error.name}${error.value === '' ? '' : `: ${error.value}`}${at}${fullDisk(error, limits)}`;
  }
}

/** Where a program was that we ended. */
function placeOf(reason: ExitReason, facts: EndFacts): Pick<Exit, 'line' | 'waitedForInput'> {
  if (reason === 'exited' || reason === 'signalled' || !facts.hadBegun) return {};
  const interrupted = reason === 'timed_out' || reason === 'stopped';
  if (interrupted && facts.waitedForInput) return { waitedForInput: true };
  const line = interrupted ? lineThatRan(facts) : facts.error?.line;
  return line === undefined ? {} : { line };
}

function whatRan(facts: EndFacts): string {
  if (!facts.hadBegun) return 'the program had not begun yet';
  if (facts.waitedForInput) return 'the program was waiting for input';
  const line = lineThatRan(facts);
  return line === undefined ? 'the program was still running' : `line ${line} was running`;
}

function lineThatRan({ line, error }: EndFacts): number | undefined {
  // The interrupt's own traceback is the later look, and what the user sees beside this sentence.
  const interrupted = error?.name === 'KeyboardInterrupt' ? error.line : undefined;
  return interrupted ?? line ?? error?.line;
}

/** Adds which limit a full disk is. */
function fullDisk({ value }: ProgramError, limits: SandboxLimits): string {
  if (/\bENOSPC\b|No space left on device/.test(value)) {
    return `. The workspace holds ${sizeInWords(limits.workspaceBytes)} and /tmp ${sizeInWords(limits.tmpBytes)}.`;
  }
  if (/\bEFBIG\b|File too large/.test(value)) {
    return `. One file may have ${sizeInWords(limits.fileLimitBytes)}.`;
  }
  return '';
}
