/**
 * The vocabulary of a run: what goes in, what happens, what comes out. Types only, safe for the
 * browser. Field names of CodeExecutionResult and RichItem are AgentBay's (its API reference of
 * class `Code`); the events are the playground's own and say everything that AgentBay's result does.
 */
import type { Step } from '@/lib/steps/trace';
import type { Language } from './languages';

/** One displayed value in every form the program offers. png and jpeg are base64 without a data: prefix. */
export interface RichItem {
  text?: string;
  html?: string;
  markdown?: string;
  png?: string;
  jpeg?: string;
  svg?: string;
  latex?: string;
  json?: unknown;
  /** A Vega or Vega-Lite specification. */
  chart?: unknown;
  /** A data frame's first rows as plain cells; `rowCount` is how many it has in all. The playground's own. */
  table?: { columns: string[]; rows: (string | number | boolean | null)[][]; rowCount: number };
  /** True for the value of the last expression; displayed values do not have it. */
  isMainResult?: boolean;
}

/** An exception that ended the user's program. `line` and `column` count from 1 and point into the submitted code. */
export interface ProgramError {
  name: string;
  value: string;
  traceback: string;
  line?: number;
  column?: number;
}

export const EXIT_REASONS = [
  'exited',
  'signalled',
  'timed_out',
  'memory_exceeded',
  'output_exceeded',
  'process_limit',
  'stopped',
] as const;
export type ExitReason = (typeof EXIT_REASONS)[number];

/** How a program ended: `code` is its exit status where it has one, `signal` the signal's name (SIGKILL, ...). */
export interface Exit {
  reason: ExitReason;
  code?: number;
  signal?: string;
  /** Of a program that we ended: the line that was running, where that is known. */
  line?: number;
  /** True where a program that we ended was waiting for input. */
  waitedForInput?: boolean;
  /** True where the sandbox had to be ended with the program: the session's files are gone. */
  sandboxLost?: boolean;
}

/** What a run used. Memory is the largest resident set of any one of its processes. */
export interface Usage {
  cpuTimeS: number;
  peakMemoryBytes: number;
  outputBytes: number;
}

export const ENGINE_NAMES = ['local', 'cloud'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/**
 * `fresh`: a new context, so that everyone sees the same. `continue`: the session's context of that
 * language, with the variables, imports and functions of the calls before.
 */
export const RUN_CONTEXTS = ['fresh', 'continue'] as const;
export type RunContext = (typeof RUN_CONTEXTS)[number];

export interface QueuedEvent {
  type: 'queued';
  /** 1 for the next to start. */
  position: number;
}

export interface StartEvent {
  type: 'start';
  runId: string;
  requestId: string;
  language: Language;
  engine: EngineName;
  timeoutS: number;
}

export interface OutputEvent {
  type: 'stdout' | 'stderr';
  text: string;
}

export interface ResultEvent {
  type: 'result';
  item: RichItem;
}

/** The program waits for standard input. `prompt` is the unfinished last line of its output. */
export interface InputEvent {
  type: 'input';
  prompt: string;
}

export interface ErrorEvent extends ProgramError {
  type: 'error';
}

export interface DoneEvent {
  type: 'done';
  success: boolean;
  /** The main result's text, else the first result's text, else everything printed to stdout. */
  result: string;
  /** Why it failed, one sentence; absent on success. */
  errorMessage?: string;
  exit: Exit;
  /** Seconds from the start of the program to its end. */
  executionTime: number;
  /** How many calls this context has run, this one included. */
  executionCount: number;
  usage: Usage;
  /** True where output was cut at a limit. */
  truncated: boolean;
  /** Of a program that we ended: its calls and their variables at that moment, where they could be seen. */
  stoppedAt?: Step;
}

/** An application/problem+json body (RFC 9457) with our code; in a stream it stands in place of `done`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
  /** The field of the request that is wrong, where one is. */
  field?: string;
  retryAfterS?: number;
}

export interface ProblemEvent {
  type: 'problem';
  problem: Problem;
}

/** In order: queued*, start, any of stdout/stderr/result/input/error, and exactly one done (or problem). */
export type RunEvent =
  | QueuedEvent
  | StartEvent
  | OutputEvent
  | ResultEvent
  | InputEvent
  | ErrorEvent
  | DoneEvent;

export interface CodeExecutionResult {
  requestId: string;
  success: boolean;
  result: string;
  errorMessage?: string;
  logs: { stdout: string[]; stderr: string[] };
  results: RichItem[];
  error?: ProgramError;
  /** Seconds. */
  executionTime: number;
  executionCount: number;
}

/** The answer of POST /api/run without streaming: AgentBay's result and what the playground adds. */
export interface RunResponse extends CodeExecutionResult {
  runId: string;
  language: Language;
  engine: EngineName;
  exit: Exit;
  usage: Usage;
  truncated: boolean;
}

export interface CheckProblem {
  /** The error's class, e.g. IndentationError; absent where it is none. */
  name?: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  severity: 'error' | 'warning';
}

/** One more source file of a program, beside the one that is run: UTF-8 text and where it lies in the workspace. */
export interface SourceFile {
  /** Relative to the workspace, parts separated by `/`. */
  path: string;
  text: string;
}

/** A file in a session's workspace. */
export interface WorkspaceFile {
  /** Relative to the workspace, parts separated by `/`. */
  path: string;
  sizeBytes: number;
  /** Milliseconds since 1970. */
  modifiedAtMs: number;
}

/** GET /api/files. */
export interface FilesResponse {
  files: WorkspaceFile[];
  /** True where there are more than are listed. */
  truncated: boolean;
}

export const COMPLETION_KINDS = [
  'variable',
  'function',
  'class',
  'module',
  'property',
  'keyword',
] as const;
export type CompletionKind = (typeof COMPLETION_KINDS)[number];

/** POST /api/complete: what may stand in place of `code.slice(start, end)`; offsets in UTF-16 units. */
export interface CompletionResponse {
  start: number;
  end: number;
  items: { label: string; kind: CompletionKind }[];
}

/** What an engine can do besides running programs. Where one is false, the page says so or leaves it out. */
export interface Capabilities {
  /** Output comes while the program runs; else all of it at its end. */
  liveOutput: boolean;
  /** A program can be given input while it runs; else all of it before. */
  liveInput: boolean;
  /** Stopping ends the program alone; else its session too, with files and variables. */
  keepsStopped: boolean;
  /** Processor time and memory of a run are known; else they are 0. */
  measures: boolean;
  /** Syntax errors are found without running. */
  checks: boolean;
  /** What a context holds is known. */
  completes: boolean;
  /** A program can be recorded step by step. */
  steps: boolean;
}

/**
 * The limits of one session, as GET /api/languages shows them. 1 MiB = 1,048,576 bytes. 0: not known, or
 * not ours to say.
 */
export interface Limits {
  timeoutS: { min: number; max: number; default: number };
  codeBytes: number;
  stdinBytes: number;
  outputBytes: number;
  memoryBytes: number;
  processes: number;
  workspaceBytes: number;
  tmpBytes: number;
  fileBytes: number;
  network: boolean;
}

export interface LanguageInfo {
  id: Language;
  name: string;
  /** As the interpreter reports it, e.g. `3.11.2`; empty where it is not known. */
  version: string;
  aliases: string[];
  fileName: string;
}

/** GET /api/languages. */
export interface LanguagesResponse {
  engine: EngineName;
  languages: LanguageInfo[];
  limits: Limits;
  capabilities: Capabilities;
}

/** Names a page's own key, which stands for a session where the browser keeps no cookie. */
export const RUN_KEY_HEADER = 'Runbay-Key';

/** GET /api/session. The engine's own session id never reaches the browser. */
export interface SessionResponse {
  engine: EngineName;
  /** `none`: no sandbox yet; `ready`: it waits; `busy`: a program runs in it. */
  state: 'none' | 'ready' | 'busy';
  /** Seconds without a run after which the session's files and variables are thrown away. */
  idleTimeoutS: number;
}
