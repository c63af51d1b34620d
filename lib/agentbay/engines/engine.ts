/** What stands behind the contract: an engine makes sessions, a session runs programs, a run is a stream of events. */
import type {
  Capabilities,
  CheckProblem,
  CompletionResponse,
  EngineName,
  FilesResponse,
  LanguageInfo,
  Limits,
  RunContext,
  RunEvent,
  SourceFile,
} from '../contract';
import type { Language } from '../languages';

/** One program to run; every field has been checked (`run-request.ts`). */
export interface EngineRunRequest {
  runId: string;
  requestId: string;
  code: string;
  language: Language;
  timeoutS: number;
  context: RunContext;
  /** All of standard input, after which it ends; absent: input is written while the program runs. */
  stdin: string | undefined;
  /**
   * The program's other files, written to the workspace before it starts; those of an earlier run that
   * are not among them are removed. Absent: the workspace stays as it is.
   */
  files?: SourceFile[] | undefined;
  /**
   * Present where the program is recorded step by step: the most steps and bytes of them, after which it is
   * ended, and what is called with each line of the recorder's, which is JSON if the program is honest.
   */
  steps?: { steps: number; bytes: number; onStep(line: Buffer): void } | undefined;
  /** No other run follows in its session, so nothing needs to be made ready for one. Absent: one may. */
  isLast?: boolean | undefined;
}

/**
 * A running program. Iterating gives its events, `done` last; the iteration throws an AppError where
 * we failed. It can be iterated once. Leaving the loop early stops the program.
 */
export interface Run extends AsyncIterable<RunEvent> {
  readonly runId: string;
  /** Sends text to standard input. False where the program has ended or its input has. */
  write(text: string): boolean;
  /** Ends standard input. */
  end(): void;
  /** Interrupts politely, as Ctrl-C does; the program may go on. */
  interrupt(): void;
  /** Interrupts, and kills after a short grace. The `done` event says `stopped`. */
  stop(): void;
  /** Settles when the last event has been produced, also where nobody iterates. Never rejects. */
  readonly finished: Promise<void>;
}

/** A file to be read once, from its beginning. */
export interface OpenFile {
  sizeBytes: number;
  content: AsyncIterable<Uint8Array>;
}

/**
 * The files of a session's workspace. Paths have been checked (`workspace-path.ts`). Each rejects with an
 * AppError: not_found, exists, too_large where the workspace is full, file_failed for all else.
 */
export interface WorkspaceFiles {
  /** Without hidden ones (`.name`), and without the programs themselves. */
  list(): Promise<FilesResponse>;
  open(path: string): Promise<OpenFile>;
  /** Makes the file, or replaces it once all of `content` is there. */
  write(path: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  delete(path: string): Promise<void>;
  /** Folders are made as needed; rejects with `exists` where there is something at `newPath`. */
  rename(path: string, newPath: string): Promise<void>;
}

export interface EngineSession {
  /** Unguessable; never sent to a browser. */
  readonly id: string;
  /** False once its sandbox has died; what was in it is gone and another session is needed. */
  readonly alive: boolean;
  readonly files: WorkspaceFiles;
  /** Starts a program. A program that still runs in the session is stopped first. */
  start(request: EngineRunRequest): Run;
  /** Syntax errors of `code`, found without running it. */
  check(code: string, language: Language): Promise<CheckProblem[]>;
  /**
   * What may stand at `cursor` (UTF-16 units), from what the language's context holds. Nothing where
   * a program is running in it. Offsets of the answer are `code`'s.
   */
  complete(code: string, cursor: number, language: Language): Promise<CompletionResponse>;
  /** Ends the session and everything in it. Settles when nothing of it is left. */
  dispose(): Promise<void>;
}

/** How often a service was called since the server's start, and how that went. */
export interface ServiceCalls {
  action: string;
  calls: number;
  /** Those that went wrong, by what it was. */
  failures: Record<string, number>;
  meanMs: number;
  longestMs: number;
}

/**
 * What an engine can promise on this host. `refused`: it cannot isolate, so it does not run. `remote`:
 * programs run elsewhere.
 */
export interface EngineStatus {
  engine: EngineName;
  mode: 'full' | 'reduced' | 'unsafe' | 'refused' | 'remote';
  /** One line a fact, for the operator. */
  facts: string[];
  /** Of an engine that is a service's client. */
  calls?: ServiceCalls[];
}

export interface EngineLoad {
  /** Sandboxes that wait for a session, those that start, and how many should wait. */
  pool: { ready: number; starting: number; size: number };
  /** Sessions that have a sandbox. */
  sessions: number;
}

export interface Engine {
  readonly name: EngineName;
  readonly limits: Limits;
  readonly capabilities: Capabilities;
  status(): Promise<EngineStatus>;
  languages(): Promise<LanguageInfo[]>;
  /**
   * `language` is what will be run first, so that a warm sandbox of that kind can be chosen. `owner`
   * says whose it is: an engine whose sessions outlive this process gives that one's own again.
   */
  createSession(language?: Language, owner?: string): Promise<EngineSession>;
  /** For the operator: what there is at this moment. Absent: not ours to know. */
  readonly load?: EngineLoad;
  /** Whether a program can be run, found out without running one; absent: by running one. Rejects with why not. */
  probe?(): Promise<void>;
  /** Ends every session; nothing is left behind. */
  dispose(): Promise<void>;
}
