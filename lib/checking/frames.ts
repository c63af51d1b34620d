/** What a harness writes between the prints of the program it runs beside. */
import { readValue, type Value } from './value';

export type Answer =
  | { kind: 'value'; value: Value }
  /** A statement held. */
  | { kind: 'holds' }
  | { kind: 'error'; error: CaseError };

export interface CaseError {
  name: string;
  message: string;
  /** In the learner's code. */
  line?: number;
}

export type Frame =
  | { kind: 'begin'; i: number }
  | { kind: 'answer'; i: number; answer: Answer }
  | { kind: 'end' }
  | { kind: 'printed'; text: string };

const FRAME_LIMIT = 1024 * 1024;

/** Cuts the output of a run into frames and what was printed; what is no frame of ours is print. */
export class FrameReader {
  #rest = '';
  readonly #mark: string;

  constructor(mark: string) {
    this.#mark = mark;
  }

  *add(text: string): Generator<Frame> {
    this.#rest += text;
    for (;;) {
      const at = this.#rest.indexOf(this.#mark);
      if (at < 0) break;
      if (at > 0) yield { kind: 'printed', text: this.#rest.slice(0, at) };
      const end = this.#rest.indexOf('\n', at);
      if (end < 0) {
        this.#rest = this.#rest.slice(at);
        if (this.#rest.length <= FRAME_LIMIT) return;
        this.#rest = '';
        return;
      }
      const line = this.#rest.slice(at + this.#mark.length, end);
      this.#rest = this.#rest.slice(end + 1);
      const frame = readFrame(line);
      if (frame) yield frame;
    }
    // The beginning of a mark may be at the end of what came.
    const kept = Math.max(0, this.#rest.length - this.#mark.length + 1);
    if (kept > 0) yield { kind: 'printed', text: this.#rest.slice(0, kept) };
    this.#rest = this.#rest.slice(kept);
  }

  *end(): Generator<Frame> {
    if (this.#rest !== '') yield { kind: 'printed', text: this.#rest };
    this.#rest = '';
  }
}

/** Undefined where it is none: the program may write what looks like one. */
function readFrame(line: string): Frame | undefined {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const { begin, i, end, value, holds, error } = given as Record<string, unknown>;
  if (end === true) return { kind: 'end' };
  if (typeof begin === 'number') return { kind: 'begin', i: begin };
  if (typeof i !== 'number') return undefined;
  if (holds === true) return { kind: 'answer', i, answer: { kind: 'holds' } };
  if (error !== undefined) {
    return { kind: 'answer', i, answer: { kind: 'error', error: readError(error) } };
  }
  const read = readValue(value);
  return read && { kind: 'answer', i, answer: { kind: 'value', value: read } };
}

function readError(given: unknown): CaseError {
  const { name, message, line } = (given ?? {}) as Record<string, unknown>;
  const text = (one: unknown, limit: number) =>
    typeof one === 'string' ? one.slice(0, limit).toWellFormed() : '';
  return {
    name: text(name, 100) || 'Error',
    message: text(message, 500),
    ...(typeof line === 'number' && Number.isInteger(line) && line > 0 ? { line } : {}),
  };
}
