/**
 * A session at AgentBay. A fresh run in one that has been used gets a new one, since nothing less is
 * fresh there; the workspace goes along. One that AgentBay has released is renewed once, unnoticed.
 */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CheckProblem, CompletionResponse, SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { readsInput } from '@/lib/agentbay/reads-input';
import { AppError } from '@/lib/errors';
import { AskedFiles, type FilesLimits } from '../asked-files';
import type { EngineRunRequest, EngineSession, Run, WorkspaceFiles } from '../engine';
import { sizeInWords } from '../size-in-words';
import { CloudRun } from './cloud-run';
import {
  type GivenProgram,
  javaWithInput,
  nodeWithInput,
  pythonWithInput,
  rWithInput,
} from './given-input';
import type { Opened, SessionKeeper } from './session-keeper';
import { withoutTypes } from './strip-types';
import type { AgentBayClient, CodeCall, RemoteSession } from './wire/client';
import { type FailureKind, kindOf } from './wire/failure';
import { type RunOutput, readRunOutput } from './wire/run-output';
import { guestCall } from './workspace-guest';

const GUEST_LIMIT_S = 20;
/** What one program may have as its source, and one answer as its output, with room for what is around. */
const PIECES = { readBytes: 512 * 1024, writeBytes: 128 * 1024 };
const PACK = '/tmp/.runbay-pack';
/** How long AgentBay may take to end a session before we no longer wait for it. */
const END_PATIENCE_MS = 5000;
/** A program whose end nobody has heard of may still run: its session is of no more use. */
const STILL_RUNNING: ReadonlySet<FailureKind> = new Set(['aborted', 'timed_out', 'lost', 'server']);

export interface CloudLimits extends FilesLimits {
  outputLimitBytes: number;
  /** The most that AgentBay is asked for, whatever a caller wants. */
  maxTimeoutS: number;
}

export interface CloudParts {
  client: AgentBayClient;
  keeper: SessionKeeper;
  limits: CloudLimits;
  owner: string | undefined;
  onDispose(session: CloudSession): void;
}

const sourcesAnswer = z.object({
  problems: z.array(z.string()).max(100),
  written: z.record(z.string(), z.string()),
});
const packAnswer = z.object({
  sizeBytes: z.number().int().nonnegative(),
  packBytes: z.number().int().min(-1),
});

export class CloudSession implements EngineSession {
  readonly #parts: CloudParts;
  readonly #fallbackId = randomUUID();
  #remote: RemoteSession | undefined;
  /** A program has run in it, or may have. */
  #isUsed: boolean;
  /** It was there before us, so AgentBay's counts are the only ones. */
  #isFound: boolean;
  /** How many programs each context has run. */
  #counts = new Map<string, number>();
  /** The sources that lie in the workspace, as the guest told them. */
  #written: Record<string, string> = {};
  /** What was in the session is gone, and nobody has been told yet. */
  #isLost = false;
  #next: Promise<unknown> = Promise.resolve();
  #current: CloudRun | undefined;
  #disposing: Promise<void> | undefined;
  readonly files: WorkspaceFiles;

  constructor({ remote, isFound }: Opened, parts: CloudParts) {
    this.#parts = parts;
    this.#remote = remote;
    this.#isUsed = isFound;
    this.#isFound = isFound;
    const files = new AskedFiles((request) => this.#askInTurn(request), parts.limits, PIECES);
    this.files = limited(files, parts.limits);
  }

  get id(): string {
    return this.#remote?.id ?? this.#fallbackId;
  }

  /** False also where the session had to be given up: what was in it is gone, though another run finds a new one. */
  get alive(): boolean {
    return !this.#isEnded && this.#remote !== undefined;
  }

  get #isEnded(): boolean {
    return this.#disposing !== undefined;
  }

  start(asked: EngineRunRequest): Run {
    const { outputLimitBytes, maxTimeoutS } = this.#parts.limits;
    const request = { ...asked, timeoutS: Math.min(asked.timeoutS, maxTimeoutS) };
    const run = new CloudRun(request, outputLimitBytes);
    if (this.#isEnded) {
      run.fail(ended());
      return run;
    }
    this.#current?.stop();
    this.#current = run;
    this.#next = this.#next.then(() => this.#begin(run, request));
    return run;
  }

  /** Not known here; the page's own checks are. */
  async check(): Promise<CheckProblem[]> {
    return [];
  }

  async complete(_code: string, cursor: number): Promise<CompletionResponse> {
    return { start: cursor, end: cursor, items: [] };
  }

  dispose(): Promise<void> {
    this.#disposing ??= this.#dispose(END_PATIENCE_MS);
    return this.#disposing;
  }

  /** Gives the session back without waiting for its end. */
  giveBack(): Promise<void> {
    this.#disposing ??= this.#dispose(0);
    return this.#disposing;
  }

  async #dispose(patienceMs: number): Promise<void> {
    this.#current?.stop();
    await this.#next;
    const remote = this.#remote;
    this.#remote = undefined;
    const { keeper, owner, onDispose } = this.#parts;
    try {
      if (remote === undefined) return;
      await keeper.release(remote.id, owner);
      if (patienceMs > 0) await keeper.ended(remote.id, patienceMs).catch(() => undefined);
    } finally {
      onDispose(this);
    }
  }

  async #begin(run: CloudRun, request: EngineRunRequest): Promise<void> {
    try {
      if (run.isStopped) run.finishWithout('stopped', false);
      else await this.#run(run, request);
    } catch (error) {
      await this.#onFailure(run, error);
    }
    if (this.#current === run) this.#current = undefined;
  }

  async #run(run: CloudRun, asked: EngineRunRequest): Promise<void> {
    const { language, code, files } = asked;
    const asks = asked.stdin === undefined && readsInput(language, code, files);
    const stdin = asks ? await run.askForInput() : (asked.stdin ?? '');
    if (stdin === undefined) return;
    const request = { ...asked, stdin };
    let output: RunOutput | undefined;
    for (let isRenewed = false; output === undefined; isRenewed = true) {
      try {
        const { isRunbay } = await this.#living();
        output = await (isRunbay ? this.#runThere(run, request) : this.#runHere(run, request));
        if (output === undefined) return;
      } catch (error) {
        if (kindOf(error) !== 'session_gone' || isRenewed) throw error;
        await this.#renew();
      }
    }
    const count = (this.#counts.get(request.language) ?? 0) + 1;
    this.#counts.set(request.language, count);
    const isTold = this.#isFound || this.#remote?.isRunbay;
    run.finish(output, isTold ? (output.executionCount ?? count) : count, this.#isLost);
    this.#isLost = false;
  }

  /** At AgentBay: what it has no words for is done with programs of ours. Undefined where the run is over. */
  async #runHere(run: CloudRun, request: EngineRunRequest): Promise<RunOutput | undefined> {
    const { context, files, timeoutS } = request;
    const program = programOf(request);
    if ('error' in program) {
      run.refuse(program.error);
      return undefined;
    }
    const { before, code, language } = program;
    const isWithoutInput = request.stdin !== '' && code === request.code && before === undefined;
    if (context === 'fresh' && this.#isUsed) await this.#refresh();
    await this.#placeSources(run, files);
    if (run.isStopped) {
      run.finishWithout('stopped', false);
      return undefined;
    }
    run.begin();
    this.#isUsed = true;
    if (isWithoutInput) run.note(`AgentBay gives no input to programs of ${language}.\n`);
    const { signal } = run;
    if (before !== undefined) await this.#call({ code: before, language, timeoutS, signal });
    return this.#call({ code, language, timeoutS, signal });
  }

  /** At another Runbay, which does by itself what this one would. */
  #runThere(run: CloudRun, request: EngineRunRequest): Promise<RunOutput> {
    const { code, language, timeoutS, context, stdin = '', files } = request;
    run.begin();
    this.#isUsed = true;
    const more = { context, stdin, files };
    return this.#call({ code, language, timeoutS, signal: run.signal, more });
  }

  async #onFailure(run: CloudRun, error: unknown): Promise<void> {
    const kind = kindOf(error);
    // Another Runbay ends a program whose client goes away, and that alone.
    const isEnded = kind === 'aborted' && this.#remote?.isRunbay === true;
    const isLost = kind !== undefined && STILL_RUNNING.has(kind) && !isEnded;
    if (run.isStopped) run.finishWithout('stopped', isLost);
    else if (isLost && run.isOverdue) run.finishWithout('timed_out', true);
    else run.fail(error instanceof Error ? error : new Error(String(error)));
    if (isLost) await this.#giveUp();
  }

  async #call(call: CodeCall): Promise<RunOutput> {
    const remote = await this.#living();
    const answer = await this.#parts.client.runCode(remote, call);
    return readRunOutput(answer.text, answer.isError);
  }

  async #living(): Promise<RemoteSession> {
    if (this.#remote === undefined) {
      if (this.#isEnded) throw ended();
      this.#adopt(await this.#parts.keeper.open(this.#parts.owner));
    }
    return this.#remote as RemoteSession;
  }

  #adopt({ remote, isFound }: Opened): void {
    this.#remote = remote;
    this.#isUsed = isFound;
    this.#isFound = isFound;
    this.#counts.clear();
    this.#written = {};
  }

  /** AgentBay has released the session. */
  async #renew(): Promise<void> {
    this.#isLost ||= this.#isUsed;
    this.#remote = undefined;
    await this.#living();
  }

  /** The session is given back, whatever still runs in it; the run that this is for has told it. */
  async #giveUp(): Promise<void> {
    const remote = this.#remote;
    this.#isLost = false;
    this.#remote = undefined;
    this.#isUsed = false;
    // The keeper tries again where this fails.
    if (remote)
      await this.#parts.keeper.release(remote.id, this.#parts.owner).catch(() => undefined);
  }

  /** A new session with the old one's workspace. */
  async #refresh(): Promise<void> {
    const remote = this.#remote;
    if (remote === undefined) return;
    let pack: Buffer;
    try {
      pack = await this.#pack();
    } catch (error) {
      if (kindOf(error) === 'session_gone') {
        await this.#renew();
        return;
      }
      if (!(error instanceof AppError && error.code === 'file_failed')) throw error;
      // A program has left Python in a state in which nobody can look after its files.
      pack = Buffer.alloc(0);
      this.#isLost = true;
    }
    this.#adopt(await this.#parts.keeper.exchange(remote.id, this.#parts.owner));
    if (pack.length > 0) await this.#unpack(pack);
  }

  async #pack(): Promise<Buffer> {
    const limitBytes = this.#parts.limits.workspaceBytes;
    const { head } = await this.#told({ op: 'pack', written: this.#written, limitBytes });
    const { sizeBytes, packBytes } = checked(packAnswer, head);
    if (packBytes < 0) {
      throw new AppError(
        'too_large',
        `The workspace has ${sizeInWords(sizeBytes)}, and at most ${sizeInWords(limitBytes)} go along into the new session that a run gets at AgentBay. Remove files, or begin with a clean session.`,
      );
    }
    const pieces: Buffer[] = [];
    for (let offset = 0; offset < packBytes; ) {
      const read = { op: 'read', path: PACK, offset, limitBytes: PIECES.readBytes };
      const { data } = await this.#told(read);
      if (data.length === 0) throw noAnswer();
      pieces.push(data);
      offset += data.length;
    }
    return Buffer.concat(pieces);
  }

  async #unpack(pack: Buffer): Promise<void> {
    for (let offset = 0; offset < pack.length; offset += PIECES.writeBytes) {
      const data = pack.subarray(offset, offset + PIECES.writeBytes).toString('base64');
      await this.#told({ op: 'append', path: PACK, offset, data });
    }
    await this.#told({ op: 'unpack' });
  }

  async #placeSources(run: CloudRun, files: SourceFile[] | undefined): Promise<void> {
    if (files === undefined) return;
    if (files.length === 0 && Object.keys(this.#written).length === 0) return;
    const { head } = await this.#told({ op: 'sources', files, written: this.#written });
    const { problems, written } = checked(sourcesAnswer, head);
    this.#written = written;
    for (const problem of problems) run.note(problem);
  }

  /** A file is asked for when no program runs: AgentBay does one thing at a time. */
  #askInTurn(request: unknown): Promise<Buffer> {
    const asked = this.#next.then(async () => {
      if (this.#isEnded) throw ended();
      try {
        return await this.#ask(request);
      } catch (error) {
        if (kindOf(error) !== 'session_gone') throw error;
        await this.#renew();
        return await this.#ask(request);
      }
    });
    this.#next = asked.catch(() => undefined);
    return asked;
  }

  async #ask(request: unknown): Promise<Buffer> {
    const { code, read } = guestCall(request);
    const { stdout } = await this.#call({ code, language: 'python', timeoutS: GUEST_LIMIT_S });
    const told = read(stdout.join(''));
    if (told === undefined) throw noAnswer();
    return told;
  }

  async #told(request: unknown): Promise<{ head: unknown; data: Buffer }> {
    const answer = await this.#ask(request);
    const end = answer.indexOf(10);
    let head: unknown;
    try {
      head = JSON.parse(answer.subarray(0, end).toString());
    } catch {
      throw noAnswer();
    }
    return { head, data: answer.subarray(end + 1) };
  }
}

function programOf({
  language,
  code,
  stdin,
}: EngineRunRequest):
  | (GivenProgram & { language: string })
  | { error: { name: string; value: string; traceback: string } } {
  const plain: Language | string = language;
  if (plain === 'python') {
    return { language, ...(stdin ? pythonWithInput(code, stdin) : { code }) };
  }
  if (plain === 'r') return { language, ...(stdin ? rWithInput(code, stdin) : { code }) };
  if (plain === 'java') return { language, ...(stdin ? javaWithInput(code, stdin) : { code }) };
  if (plain !== 'javascript' && plain !== 'typescript') return { language, code };
  const stripped = plain === 'typescript' ? withoutTypes(code) : { code };
  if ('error' in stripped) return stripped;
  const program = stdin ? nodeWithInput(stripped.code, stdin) : stripped;
  return { language: 'javascript', ...program };
}

/** AgentBay says nothing of a limit; what is larger could not go along into the next session. */
function limited(files: WorkspaceFiles, { workspaceBytes }: CloudLimits): WorkspaceFiles {
  async function* counted(content: AsyncIterable<Uint8Array>) {
    let size = 0;
    for await (const chunk of content) {
      size += chunk.byteLength;
      if (size > workspaceBytes) {
        const detail = `The workspace is full: it holds ${sizeInWords(workspaceBytes)}.`;
        throw new AppError('too_large', detail);
      }
      yield chunk;
    }
  }
  return {
    list: () => files.list(),
    open: (path) => files.open(path),
    write: (path, content) => files.write(path, counted(content)),
    delete: (path) => files.delete(path),
    rename: (path, newPath) => files.rename(path, newPath),
  };
}

function checked<T>(schema: z.ZodType<T>, head: unknown): T {
  const parsed = schema.safeParse(head);
  if (parsed.success) return parsed.data;
  throw noAnswer();
}

function ended(): AppError {
  return new AppError('engine_unavailable', 'The session has ended; start a new one.');
}

function noAnswer(): AppError {
  return new AppError('file_failed', 'The session at AgentBay gave no answer about its files.');
}
