/** Runs the blocks of a document once, in order and in a sandbox of their own, and keeps what they give. */
import 'server-only';
import { randomUUID } from 'node:crypto';
import { deliveryOf } from '@/lib/agentbay/delivery';
import type { Language } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import { ReceiptRecorder } from '@/lib/agentbay/receipt-recorder';
import { checkCode, checkFiles, checkLanguage } from '@/lib/agentbay/run-request';
import { config } from '@/lib/config';
import { isAppError } from '@/lib/errors';
import { Answers, versionOf } from '@/lib/sessions/receipts';
import { newRun, services } from '@/lib/sessions/services';
import type { Recording } from '@/lib/snippets/contract';
import type { CodePart, DemoDocument } from './document';
import { RECORDED_BYTES, type RecordedBlocks } from './recorded';
import { filesAbove, stretchOf } from './run-plan';

/** All blocks together; what comes later is not recorded. */
const TIME_S = 60;
/** As the page runs it where its author says nothing. */
const BLOCK_TIME_S = 10;
const MOST_BLOCKS = 100;

export interface RecordedDemo {
  recorded: RecordedBlocks;
  recording: Recording;
}

interface Asker {
  /** Whose turn it is in the queue. */
  client: string;
  address?: string | undefined;
  requestId: string;
  /** Stops it; then what there is by then is given. */
  signal: AbortSignal;
}

/**
 * A block that fails, or is ended at a limit, is recorded so. A block that asks for input which nobody has
 * prepared is not, nor is what stands below it in its context. Where the server has no place for it, or the time
 * is over, the rest is left out, and `recording` says so. Throws only where we failed.
 */
export async function recordDemo(document: DemoDocument, asker: Asker): Promise<RecordedDemo> {
  const parts = document.parts.filter((part) => part.kind === 'code');
  const recorder = new DemoRecorder(parts, asker);
  try {
    return await recorder.record();
  } finally {
    recorder.dispose();
  }
}

class DemoRecorder {
  readonly #parts: readonly CodePart[];
  readonly #asker: Asker;
  readonly #sandbox = `recording ${randomUUID()}`;
  readonly #endMs = performance.now() + TIME_S * 1000;
  readonly #recorded: RecordedBlocks = {};
  /** Which stretch of the page each language's context is of. */
  readonly #stretches = new Map<Language, number>();
  /** Contexts in which something was not done that what stands below may need. */
  readonly #broken = new Set<Language>();
  #written = '[]';
  #bytes = 0;

  constructor(parts: readonly CodePart[], asker: Asker) {
    this.#parts = parts;
    this.#asker = asker;
  }

  async record(): Promise<RecordedDemo> {
    const blocks = this.#parts.filter(({ role }) => role !== 'file');
    const shown = blocks.filter(({ role }) => role !== 'setup');
    let left = 0;
    for (const [at, part] of blocks.entries()) {
      if (at >= MOST_BLOCKS || performance.now() >= this.#endMs || this.#asker.signal.aborted) {
        left += blocks.slice(at).filter(({ role }) => role !== 'setup').length;
        break;
      }
      const receipt = await this.#run(part);
      if (receipt === 'refused') {
        left += blocks.slice(at).filter(({ role }) => role !== 'setup').length;
        break;
      }
      if (part.role === 'setup' || receipt === undefined) continue;
      if (!this.#keep(part.id, receipt)) left += 1;
    }
    const none = shown.length > 0 && Object.keys(this.#recorded).length === 0;
    const recording = left === 0 ? 'whole' : none ? 'missing' : 'partly';
    return { recorded: this.#recorded, recording };
  }

  dispose(): void {
    const { sessions, onError } = services();
    sessions.discard(this.#sandbox).catch(onError);
  }

  #keep(id: string, receipt: Receipt): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(receipt));
    if (this.#bytes + bytes > RECORDED_BYTES) return false;
    this.#bytes += bytes;
    this.#recorded[id] = receipt;
    return true;
  }

  /** Undefined where it is not to be recorded; `refused` where the server takes no more. */
  async #run(part: CodePart): Promise<Receipt | 'refused' | undefined> {
    const { language, isFresh } = part;
    const stretch = stretchOf(this.#parts, part);
    const isNew = isFresh || this.#stretches.get(language) !== stretch;
    if (isNew) this.#broken.delete(language);
    if (this.#broken.has(language)) return undefined;
    try {
      const receipt = await this.#attempt(part, isNew);
      if (receipt === undefined) this.#broken.add(language);
      this.#stretches.set(language, stretch);
      return receipt;
    } catch (error) {
      // What cannot be run at all is said when somebody runs it.
      if (!isAppError(error)) throw error;
      if (error.code === 'bad_request' || error.code === 'unknown_language') {
        this.#broken.add(language);
        return undefined;
      }
      return 'refused';
    }
  }

  /** Undefined where it asks for input that nobody has prepared. */
  async #attempt(part: CodePart, isNew: boolean): Promise<Receipt | undefined> {
    const { engine } = services();
    const { liveInput } = engine().capabilities;
    const language = checkLanguage(part.language);
    const { lines, stdin = liveInput ? undefined : '' } = deliveryOf(part.stdin, liveInput);
    const { client, address, requestId, signal } = this.#asker;
    const run = newRun({
      requestId,
      client,
      address,
      sessionId: this.#sandbox,
      code: checkCode(part.code),
      language,
      context: isNew ? 'fresh' : 'continue',
      timeoutS: this.#timeFor(part),
      stdin,
      files: this.#filesFor(part),
    });
    const stop = () => run.stop();
    signal.addEventListener('abort', stop, { once: true });
    const recorder = new ReceiptRecorder();
    const answers = new Answers(lines ?? []);
    let isUnanswered = false;
    let recording: ReturnType<ReceiptRecorder['add']>;
    try {
      for await (const event of run.events()) {
        recording = recorder.add(event);
        if (event.type === 'stdout' || event.type === 'stderr') answers.hasSpoken = true;
        if (event.type !== 'input') continue;
        if (stdin === undefined && lines === undefined) {
          isUnanswered = true;
          run.stop();
          continue;
        }
        if (lines === undefined) continue;
        const { text, end } = answers.next();
        if (text !== '') {
          run.write(text);
          recorder.typed(text);
        }
        if (end) {
          run.end();
          recorder.typedEnd();
        }
      }
      // Its place in the sandbox is the next one's only then.
      await run.finished;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    if (isUnanswered || recording === undefined || signal.aborted) return undefined;
    return {
      ...recording,
      ranAtMs: Date.now(),
      engine: engine().name,
      languageVersion: await versionOf(language),
      sandbox: 'own',
    };
  }

  #timeFor({ timeoutS = BLOCK_TIME_S }: CodePart): number {
    const leftS = (this.#endMs - performance.now()) / 1000;
    return Math.max(0.1, Math.min(timeoutS, config().maxTimeoutS, leftS));
  }

  /** Those above it, where they are not there as they should be. */
  #filesFor(part: CodePart) {
    const files = checkFiles(filesAbove(this.#parts, part));
    const written = JSON.stringify(files);
    if (written === this.#written) return undefined;
    this.#written = written;
    return files;
  }
}
