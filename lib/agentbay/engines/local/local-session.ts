/** A session on this machine: one sandbox, shared by its languages, replaced where it has died. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import type { CheckProblem, CompletionResponse } from '@/lib/agentbay/contract';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { AskedFiles, type FileRequest } from '../asked-files';
import type { EngineRunRequest, EngineSession, Run, WorkspaceFiles } from '../engine';
import type { KernelProgram } from './bubblewrap';
import { type AgentCommand, FRAME, type Frame } from './frames';
import { type AgentMessage, readAgentMessage } from './guest-messages';
import { LocalRun, type RunLimits } from './local-run';
import type { Sandbox } from './sandbox';

const CHECK_LIMIT_MS = 3000;
/** Where a kernel may have to start first. */
const SLOW_CHECK_LIMIT_MS = 10_000;
const COMPLETION_LIMIT_MS = 1000;
const FILE_LIMIT_MS = 5000;
/** What one frame carries of a file. */
const PIECE_BYTES = 1024 * 1024;
/** A waiting kernel costs memory; a session that rests gives it back. */
const COOL_AFTER_MS = 60_000;

/** To a question: a message, or what is in a file. */
type Answer = AgentMessage | Buffer;

/** As it is sent, but for its number. */
type Question = Extract<AgentCommand, { t: 'check' | 'complete' | 'file' }>;
type Unnumbered = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never;

/** What the engine gives to each session. */
interface Offer {
  limits: RunLimits;
  /** Those that run here. */
  languages: ReadonlySet<Language>;
  /** How their kernels are started. */
  programs: ReadonlyMap<Language, KernelProgram>;
}

export class LocalSession implements EngineSession {
  readonly id = randomUUID();
  readonly #offer: Offer;
  readonly #takeSandbox: (language?: Language) => Promise<Sandbox>;
  readonly #onDispose: (session: LocalSession) => void;
  #sandbox: Sandbox | undefined;
  #next: Promise<unknown> = Promise.resolve();
  #current: LocalRun | undefined;
  #active: { run: LocalRun; n: number } | undefined;
  #runs = 0;
  readonly files: WorkspaceFiles;
  #questions = new Map<number, (answer: Answer | undefined) => void>();
  #questionCount = 0;
  /** Languages that have a spare kernel waiting. */
  readonly #warm = new Set<Language>();
  #coolTimer: NodeJS.Timeout | undefined;
  #disposing: Promise<void> | undefined;

  constructor(
    sandbox: Sandbox,
    offer: Offer,
    takeSandbox: (language?: Language) => Promise<Sandbox>,
    onDispose: (session: LocalSession) => void,
  ) {
    this.#offer = offer;
    this.#takeSandbox = takeSandbox;
    this.#onDispose = onDispose;
    this.files = new AskedFiles((request) => this.#askFiles(request), offer.limits, {
      readBytes: PIECE_BYTES,
      writeBytes: PIECE_BYTES,
    });
    this.#adopt(sandbox);
  }

  get alive(): boolean {
    return this.#disposing === undefined;
  }

  start(request: EngineRunRequest): Run {
    const run = new LocalRun(request, this.#offer.limits);
    if (!this.alive) {
      run.fail(new AppError('engine_unavailable', 'The session has ended; start a new one.'));
      return run;
    }
    if (!this.#offer.languages.has(request.language)) {
      const { name } = LANGUAGE_NAMES[request.language];
      run.fail(new AppError('unknown_language', `${name} does not run on this server.`));
      return run;
    }
    this.#current?.stop();
    this.#current = run;
    clearTimeout(this.#coolTimer);
    this.#next = this.#next.then(() => this.#begin(run, request.language));
    return run;
  }

  async check(code: string, language: Language): Promise<CheckProblem[]> {
    const limitMs = this.#startsSlowly(language) ? SLOW_CHECK_LIMIT_MS : CHECK_LIMIT_MS;
    const answer = await this.#ask({ t: 'check', language, code }, language, limitMs);
    return isMessage(answer) && answer.t === 'checked' ? answer.problems : [];
  }

  async complete(code: string, cursor: number, language: Language): Promise<CompletionResponse> {
    const question = { t: 'complete', language, code: code.slice(0, cursor) } as const;
    const answer = await this.#ask(question, language, COMPLETION_LIMIT_MS);
    if (isMessage(answer) && answer.t === 'completed') {
      const { start, end, items } = answer;
      if (start <= end && end <= cursor) return { start, end, items };
    }
    return { start: cursor, end: cursor, items: [] };
  }

  /** What the agent answers; undefined where it does not know, or not in time. */
  async #ask(
    question: Unnumbered,
    language: Language,
    limitMs: number,
  ): Promise<Answer | undefined> {
    if (!this.#offer.languages.has(language)) return undefined;
    const sandbox = await this.#living(language);
    const id = ++this.#questionCount;
    const { memoryLimitBytes } = this.#offer.limits;
    // A context that answers may do what it likes meanwhile.
    const stopWatching = sandbox.watchMemory(memoryLimitBytes, () => sandbox.kill());
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        sandbox.send({ t: 'give_up', id });
        this.#onAnswer(id, undefined);
      }, limitMs);
      this.#questions.set(id, (answer) => {
        clearTimeout(timer);
        stopWatching();
        resolve(answer);
      });
      sandbox.send({ ...question, id } as Question);
    });
  }

  async #askFiles(request: FileRequest): Promise<Buffer> {
    const answer = await this.#ask({ t: 'file', ...request }, 'python', FILE_LIMIT_MS);
    return Buffer.isBuffer(answer) ? answer : Buffer.alloc(0);
  }

  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose();
    return this.#disposing;
  }

  /** The last resort, at the exit of the process: nothing is awaited. */
  killSync(): void {
    this.#sandbox?.killSync();
  }

  async #dispose(): Promise<void> {
    clearTimeout(this.#coolTimer);
    this.#current?.stop();
    this.#sandbox?.kill();
    await this.#next;
    await this.#sandbox?.dispose();
    for (const id of [...this.#questions.keys()]) this.#onAnswer(id, undefined);
    this.#onDispose(this);
  }

  async #begin(run: LocalRun, language: Language): Promise<void> {
    try {
      if (this.#current !== run) {
        run.stop();
        return;
      }
      const sandbox = await this.#living(language);
      const n = ++this.#runs;
      this.#active = { run, n };
      run.begin(sandbox, n, this.#startsSlowly(language));
      await run.finished;
    } catch (error) {
      run.fail(error instanceof Error ? error : new Error(String(error)));
    }
    this.#active = undefined;
    if (this.#current === run) this.#current = undefined;
    this.#coolLater(language);
  }

  #startsSlowly(language: Language): boolean {
    return this.#offer.programs.get(language)?.startsSlowly === true;
  }

  #coolLater(language: Language): void {
    this.#warm.add(language);
    clearTimeout(this.#coolTimer);
    this.#coolTimer = setTimeout(() => {
      for (const one of this.#warm) this.#sandbox?.send({ t: 'cool', language: one });
      this.#warm.clear();
    }, COOL_AFTER_MS);
    this.#coolTimer.unref();
  }

  async #living(language: Language): Promise<Sandbox> {
    if (this.#sandbox?.alive && !this.#sandbox.isEnding) return this.#sandbox;
    const dead = this.#sandbox;
    const sandbox = await this.#takeSandbox(language);
    if (!this.alive) {
      await sandbox.dispose();
      throw new AppError('engine_unavailable', 'The session has ended; start a new one.');
    }
    await dead?.dispose();
    this.#adopt(sandbox);
    return sandbox;
  }

  #adopt(sandbox: Sandbox): void {
    this.#sandbox = sandbox;
    sandbox.onFrame = (frame) => this.#onFrame(frame);
    sandbox.onDeath = () => {
      if (!this.#active?.run.onSandboxDeath()) return;
      log().warn({ said: sandbox.complaint }, 'a sandbox ended under its program');
    };
  }

  #onFrame(frame: Frame): void {
    if (frame.kind === FRAME.file) {
      this.#onAnswer(frame.run, frame.payload);
      return;
    }
    if (frame.run !== 0) {
      // Frames of a run that has ended are late; nothing is to be done with them.
      if (frame.run === this.#active?.n) this.#active.run.onFrame(frame);
      return;
    }
    if (frame.kind !== FRAME.message) return;
    const message = readAgentMessage(frame.payload);
    if (message !== undefined && 'id' in message) this.#onAnswer(message.id, message);
  }

  #onAnswer(id: number, answer: Answer | undefined): void {
    this.#questions.get(id)?.(answer);
    this.#questions.delete(id);
  }
}

function isMessage(answer: Answer | undefined): answer is AgentMessage {
  return answer !== undefined && !Buffer.isBuffer(answer);
}
