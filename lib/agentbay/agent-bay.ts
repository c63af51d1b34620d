/**
 * AgentBay's public classes, as its API reference and the TypeScript SDK have them, on the engine that
 * the settings choose. A program written for `wuying-agentbay-sdk`'s `code` module needs another import only.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { config } from '@/lib/config';
import { AppError } from '@/lib/errors';
import { collectRun, toExecutionResult } from './collect';
import type { CodeExecutionResult, RunContext } from './contract';
import { engine } from './engines';
import type { EngineSession, Run } from './engines/engine';
import { checkCode, checkContext, checkLanguage, checkStdin, checkTimeoutS } from './run-request';

const CODE_IMAGE = 'code_latest';

export interface AgentBayOptions {
  /** The cloud's key; absent: that of the settings. The local engine needs none. */
  apiKey?: string;
}

export interface CreateSessionParams {
  /** `code_latest`, the image that has the code module. */
  imageId?: string;
}

export interface SessionResult {
  success: boolean;
  session?: Session;
  requestId: string;
  errorMessage?: string;
}

export interface DeleteResult {
  success: boolean;
  requestId: string;
  errorMessage?: string;
}

export interface StartOptions {
  /** Seconds, above 0 and at most 60. Default 60. */
  timeoutS?: number;
  /** All of standard input; absent: it is written with `Run.write` while the program runs. */
  stdin?: string;
  /** Default `continue`, as AgentBay's calls of one session share their context. */
  context?: RunContext;
  /** Aborting stops the program. */
  signal?: AbortSignal;
}

export class AgentBay {
  constructor(readonly options: AgentBayOptions = {}) {}

  /** A new session with a context of its own. Never throws: `success` is false and `errorMessage` says why. */
  async create(params: CreateSessionParams = {}): Promise<SessionResult> {
    const requestId = randomUUID();
    const { imageId = CODE_IMAGE } = params;
    if (imageId !== CODE_IMAGE) {
      const errorMessage = `imageId: expected "${CODE_IMAGE}", got ${JSON.stringify(imageId)}.`;
      return { success: false, requestId, errorMessage };
    }
    try {
      return {
        success: true,
        requestId,
        session: new Session(await engine(this.options.apiKey).createSession()),
      };
    } catch (error) {
      return { success: false, requestId, errorMessage: messageOf(error) };
    }
  }
}

export class Session {
  readonly code: Code;
  readonly #session: EngineSession;

  constructor(session: EngineSession) {
    this.#session = session;
    this.code = new Code(session);
  }

  get sessionId(): string {
    return this.#session.id;
  }

  /** Ends the session: its programs, variables and files are gone when this settles. */
  async delete(): Promise<DeleteResult> {
    const requestId = randomUUID();
    try {
      await this.#session.dispose();
      return { success: true, requestId };
    } catch (error) {
      return { success: false, requestId, errorMessage: messageOf(error) };
    }
  }
}

export class Code {
  readonly #session: EngineSession;
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: EngineSession) {
    this.#session = session;
  }

  /**
   * Runs `code` in the session's context of that language and gives everything at the end. Standard
   * input is empty. Calls that overlap run one after the other, as cells of a notebook do.
   * Throws an AppError for arguments that are not valid (an unsupported language among them); a
   * program that fails is a result with `success: false`, and so is a sandbox that broke.
   */
  async runCode(code: string, language: string, timeoutS?: number): Promise<CodeExecutionResult> {
    const request = checked(code, language, { timeoutS, stdin: '' });
    const call = this.#last.then(() => this.#collect(request));
    this.#last = call.catch(() => undefined);
    return call;
  }

  run(code: string, language: string, timeoutS?: number): Promise<CodeExecutionResult> {
    return this.runCode(code, language, timeoutS);
  }

  execute(code: string, language: string, timeoutS?: number): Promise<CodeExecutionResult> {
    return this.runCode(code, language, timeoutS);
  }

  /** Starts `code` and streams what it does. A program that still runs in this session is stopped first. */
  start(code: string, language: string, options: StartOptions = {}): Run {
    const run = this.#session.start(checked(code, language, options));
    const { signal } = options;
    if (signal !== undefined) {
      const stop = () => run.stop();
      if (signal.aborted) stop();
      else {
        signal.addEventListener('abort', stop, { once: true });
        void run.finished.then(() => signal.removeEventListener('abort', stop));
      }
    }
    return run;
  }

  async #collect(request: ReturnType<typeof checked>): Promise<CodeExecutionResult> {
    try {
      return toExecutionResult(await collectRun(this.#session.start(request)));
    } catch (error) {
      return {
        requestId: request.requestId,
        success: false,
        result: '',
        errorMessage: messageOf(error),
        logs: { stdout: [], stderr: [] },
        results: [],
        executionTime: 0,
        executionCount: 0,
      };
    }
  }
}

function checked(code: unknown, language: unknown, options: StartOptions) {
  return {
    runId: randomUUID(),
    requestId: randomUUID(),
    code: checkCode(code),
    language: checkLanguage(language),
    timeoutS: checkTimeoutS(options.timeoutS, config().maxTimeoutS),
    stdin: checkStdin(options.stdin),
    context: checkContext(options.context ?? 'continue'),
  };
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? `The engine failed: ${error.message}` : 'The engine failed.';
}
