/** What fresh runs gave, kept for a while, so that a program can be shared with what it printed. */
import 'server-only';
import { hash } from 'node:crypto';
import type { SourceFile } from '@/lib/agentbay/contract';
import { wholeLines } from '@/lib/agentbay/delivery';
import type { Language } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';

/** A receipt before somebody asks for it. */
export type Recording = Omit<Receipt, 'languageVersion'>;

/** A program and its input, as they would be run once more. */
export interface RunnableProgram {
  language: Language;
  code: string;
  /** Absent: it has none. */
  files?: SourceFile[] | undefined;
  /** Prepared input; absent or empty: it is typed while the program runs. */
  stdin?: string | undefined;
  timeoutS: number;
}

export interface FinishedRun extends RunnableProgram {
  /** Who ran it. */
  sessionId: string | undefined;
  /** What it was sent while it ran, where its input was open. */
  typed?: string;
  recording: Recording;
}

interface Kept {
  sessionId: string | undefined;
  digest: string;
  /** All its input from the start; undefined: it was typed. */
  stdin: string | undefined;
  typed: string;
  /** JSON: its length is known, and it needs little room. */
  recording: Buffer;
  bytes: number;
  keptAtMs: number;
}

interface Limits {
  bytes?: number;
  keepMs?: number;
  /** Milliseconds of a clock that nobody sets. */
  now?: () => number;
}

const BYTES = 64 * 1024 * 1024;
const KEEP_MS = 30 * 60_000;
/** How often old ones are looked for in that time. */
const SWEEPS = 30;
/** Of an entry besides its texts. */
const ENTRY_BYTES = 1024;

export class FinishedRuns {
  /** The longest unused first. */
  readonly #runs = new Map<string, Kept>();
  readonly #limits: Required<Limits>;
  #bytes = 0;
  #sweep: NodeJS.Timeout | undefined;

  constructor({ bytes = BYTES, keepMs = KEEP_MS, now = () => performance.now() }: Limits = {}) {
    this.#limits = { bytes, keepMs, now };
  }

  /** What all of them hold. */
  get bytes(): number {
    return this.#bytes;
  }

  add(runId: string, { sessionId, stdin, typed = '', recording, ...program }: FinishedRun): void {
    const text = bytesOfItsOwn(JSON.stringify(recording));
    const kept: Kept = {
      sessionId,
      digest: digestOf(program),
      stdin,
      typed,
      recording: text,
      bytes: text.byteLength + 2 * (typed.length + (stdin ?? '').length) + ENTRY_BYTES,
      keptAtMs: this.#limits.now(),
    };
    this.#runs.set(runId, kept);
    this.#bytes += kept.bytes;
    for (const [id, other] of this.#runs) {
      if (this.#bytes <= this.#limits.bytes && !this.#isOld(other)) break;
      this.#drop(id, other);
    }
    this.#sweep ??= this.#sweepAfter(this.#limits.keepMs);
  }

  /** The recording of that run, if that session made it, of exactly that program and input. */
  find(
    runId: string,
    sessionId: string | undefined,
    { stdin, ...program }: RunnableProgram,
  ): Recording | undefined {
    const kept = this.#runs.get(runId);
    if (kept === undefined) return undefined;
    if (this.#isOld(kept)) {
      this.#drop(runId, kept);
      return undefined;
    }
    const fits =
      kept.sessionId === sessionId &&
      kept.digest === digestOf(program) &&
      isInputOf(kept, wholeLines(stdin ?? ''));
    if (!fits) return undefined;
    this.#runs.delete(runId);
    this.#runs.set(runId, kept);
    return JSON.parse(kept.recording.toString()) as Recording;
  }

  /** Old ones go although nobody comes any more. */
  #sweepAfter(delayMs: number): NodeJS.Timeout {
    return setTimeout(() => {
      for (const [id, kept] of this.#runs) if (this.#isOld(kept)) this.#drop(id, kept);
      this.#sweep =
        this.#runs.size > 0 ? this.#sweepAfter(this.#limits.keepMs / SWEEPS) : undefined;
    }, delayMs).unref();
  }

  #isOld({ keptAtMs }: Kept): boolean {
    return keptAtMs + this.#limits.keepMs <= this.#limits.now();
  }

  #drop(runId: string, { bytes }: Kept): void {
    this.#runs.delete(runId);
    this.#bytes -= bytes;
  }
}

/**
 * As UTF-8. `Buffer.from` takes short ones out of a larger block, which stays whole as long as one of
 * them does.
 */
export function bytesOfItsOwn(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** Whatever was typed where nothing is prepared; else the prepared text, whole or as many of its lines as were asked for. */
function isInputOf({ stdin, typed }: Kept, prepared: string): boolean {
  if (stdin !== undefined) return wholeLines(stdin) === prepared;
  if (prepared === '') return true;
  return prepared.startsWith(typed) && (typed === '' || typed.endsWith('\n'));
}

function digestOf({ language, code, files = [], timeoutS }: RunnableProgram): string {
  const pairs = files
    .map(({ path, text }) => [path, text])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return hash('sha256', JSON.stringify([language, code, pairs, timeoutS]), 'hex');
}
