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
/** Of an entry besides its texts. */
const ENTRY_BYTES = 1024;

export class FinishedRuns {
  /** The longest unused first. */
  readonly #runs = new Map<string, Kept>();
  readonly #limits: Required<Limits>;
  #bytes = 0;

  constructor({ bytes = BYTES, keepMs = KEEP_MS, now = () => performance.now() }: Limits = {}) {
    this.#limits = { bytes, keepMs, now };
  }

  add(runId: string, { sessionId, stdin, typed = '', recording, ...program }: FinishedRun): void {
    const text = Buffer.from(JSON.stringify(recording));
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
      const isOld = other.keptAtMs + this.#limits.keepMs <= this.#limits.now();
      if (this.#bytes <= this.#limits.bytes && !isOld) break;
      this.#drop(id, other);
    }
  }

  /** The recording of that run, if that session made it, of exactly that program and input. */
  find(
    runId: string,
    sessionId: string | undefined,
    { stdin, ...program }: RunnableProgram,
  ): Recording | undefined {
    const kept = this.#runs.get(runId);
    if (kept === undefined) return undefined;
    if (kept.keptAtMs + this.#limits.keepMs <= this.#limits.now()) {
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

  #drop(runId: string, { bytes }: Kept): void {
    this.#runs.delete(runId);
    this.#bytes -= bytes;
  }
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
