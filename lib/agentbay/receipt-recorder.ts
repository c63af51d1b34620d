import type {
  DoneEvent,
  ErrorEvent,
  OutputEvent,
  ResultEvent,
  RichItem,
  RunEvent,
} from './contract';
import {
  RECEIPT_ERROR_BYTES,
  RECEIPT_RESULT_BYTES,
  RECEIPT_TEXT_BYTES,
  type Receipt,
  type ReceiptEvent,
} from './receipt';

/** What one event costs besides its text, so that many small ones do not become a large receipt. */
const EVENT_BYTES = 32;
const ERROR_NAME_BYTES = 200;
const ERROR_MESSAGE_BYTES = 2000;

type Recording = Pick<Receipt, 'events' | 'end' | 'truncated'>;

/** Keeps a run's events within the limits of a receipt. What does not fit is left out, and it says so. */
export class ReceiptRecorder {
  readonly #events: ReceiptEvent[] = [];
  #textBytes = RECEIPT_TEXT_BYTES;
  #resultBytes = RECEIPT_RESULT_BYTES;
  #errorBytes = RECEIPT_ERROR_BYTES;
  #isTruncated = false;
  #isOver = false;

  /** Gives the whole recording at `done`; what comes later counts for nothing. */
  add(event: RunEvent): Recording | undefined {
    if (this.#isOver) return undefined;
    switch (event.type) {
      case 'stdout':
      case 'stderr':
        this.#addOutput(event);
        return undefined;
      case 'input':
        this.#addShort({ type: 'input', prompt: this.#text(event.prompt) });
        return undefined;
      case 'result':
        this.#addResult(event);
        return undefined;
      case 'error':
        this.#addError(event);
        return undefined;
      case 'done':
        this.#isOver = true;
        return { events: this.#events, end: endOf(event), truncated: this.#isTruncated };
      default:
        return undefined;
    }
  }

  /** Text that the program was sent while it ran. */
  typed(text: string): void {
    if (!this.#isOver) this.#addShort({ type: 'typed', text: this.#text(text) });
  }

  /** Its input ended. */
  typedEnd(): void {
    if (this.#isOver) return;
    const last = this.#events.at(-1);
    if (last?.type === 'typed') last.end = true;
    else this.#addShort({ type: 'typed', text: '', end: true });
  }

  #addOutput({ type, text }: OutputEvent): void {
    const kept = this.#text(text);
    if (kept === '') return;
    const last = this.#events.at(-1);
    if (last?.type === type) last.text += kept;
    else this.#addShort({ type, text: kept });
  }

  #addShort(event: ReceiptEvent): void {
    if (this.#textBytes < EVENT_BYTES) {
      this.#isTruncated = true;
      return;
    }
    this.#textBytes -= EVENT_BYTES;
    this.#events.push(event);
  }

  #addResult({ item }: ResultEvent): void {
    if (this.#addItem(item)) return;
    this.#isTruncated = true;
    // An image or a table that is too large still has its words.
    const { text, isMainResult } = item;
    if (text === undefined) return;
    this.#addItem({ text, ...(isMainResult === undefined ? {} : { isMainResult }) });
  }

  #addItem(item: RichItem): boolean {
    const bytes = EVENT_BYTES + Buffer.byteLength(JSON.stringify(item));
    if (bytes > this.#resultBytes) return false;
    this.#resultBytes -= bytes;
    this.#events.push({ type: 'result', item });
    return true;
  }

  #addError(event: ErrorEvent): void {
    const take = (text: string, most = this.#errorBytes) => {
      const kept = cutToBytes(text, Math.min(most, this.#errorBytes));
      this.#errorBytes -= Buffer.byteLength(kept);
      if (kept !== text) this.#isTruncated = true;
      return kept;
    };
    if (this.#errorBytes < EVENT_BYTES) {
      this.#isTruncated = true;
      return;
    }
    this.#errorBytes -= EVENT_BYTES;
    this.#events.push({
      ...event,
      name: take(event.name, ERROR_NAME_BYTES),
      value: take(event.value, RECEIPT_ERROR_BYTES / 4),
      traceback: take(event.traceback),
    });
  }

  #text(text: string): string {
    const kept = cutToBytes(text, this.#textBytes);
    this.#textBytes -= Buffer.byteLength(kept);
    // Past a gap nothing more is kept: what came later would stand in a wrong place.
    if (kept !== text) {
      this.#textBytes = 0;
      this.#isTruncated = true;
    }
    return kept;
  }
}

function endOf({
  type: _,
  result: __,
  executionCount: ___,
  stoppedAt: ____,
  ...end
}: DoneEvent): Recording['end'] {
  if (end.errorMessage === undefined) return end;
  return { ...end, errorMessage: cutToBytes(end.errorMessage, ERROR_MESSAGE_BYTES) };
}

/** The longest beginning of `text` that has so many bytes at most, without half a character at its end. */
function cutToBytes(text: string, bytes: number): string {
  // No character of UTF-16 has more than three bytes.
  if (text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes) return text;
  return new TextDecoder().decode(Buffer.from(text).subarray(0, bytes), { stream: true });
}
