/** What a student's page tells the room: what has changed, seldom enough, and until it has got through. */
import { problemOf } from '@/lib/client/problem';
import type { ItemReport, RoomReport, StudentCode } from '../contract';

/** Between two reports. */
const STATE_EVERY_MS = 1000;
/** So long what is typed is gathered. */
const CODE_AFTER_MS = 2000;
const AGAIN_AFTER_MS = 3000;

interface ReporterOptions {
  send: (report: RoomReport) => Promise<void>;
  /** The teacher does not see the code of these, as there is too much of it. */
  onTooMuchCode?: () => void;
}

export class Reporter {
  readonly #send: ReporterOptions['send'];
  readonly #onTooMuchCode: () => void;
  /** What stands now, told or not. */
  readonly #items = new Map<string, ItemReport>();
  #dirtyItems = new Set<string>();
  #code = new Map<string, string>();
  #hand: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAtMs = Number.POSITIVE_INFINITY;
  #lastMs = Number.NEGATIVE_INFINITY;
  #isSending = false;
  #isClosed = false;

  constructor({ send, onTooMuchCode = () => {} }: ReporterOptions) {
    this.#send = send;
    this.#onTooMuchCode = onTooMuchCode;
  }

  tellItem(report: ItemReport): void {
    const known = this.#items.get(report.item);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(report)) return;
    this.#items.set(report.item, report);
    this.#dirtyItems.add(report.item);
    this.#soon(0);
  }

  tellCode({ item, text }: StudentCode): void {
    this.#code.set(item, text);
    this.#soon(CODE_AFTER_MS);
  }

  tellHand(isUp: boolean): void {
    this.#hand = isUp;
    this.#soon(0);
  }

  /** After a reconnection: the server may have forgotten the last seconds. */
  tellAll(): void {
    this.#dirtyItems = new Set(this.#items.keys());
    if (this.#dirtyItems.size > 0) this.#soon(0);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
  }

  #soon(waitMs: number): void {
    const now = performance.now();
    const atMs = Math.max(now + waitMs, this.#lastMs + STATE_EVERY_MS);
    if (this.#isClosed || this.#isSending || atMs >= this.#dueAtMs) return;
    clearTimeout(this.#timer);
    this.#dueAtMs = atMs;
    this.#timer = setTimeout(() => void this.#flush(), atMs - now);
  }

  async #flush(): Promise<void> {
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    const [items, code, hand] = [this.#dirtyItems, this.#code, this.#hand];
    if (items.size === 0 && code.size === 0 && hand === undefined) return;
    this.#dirtyItems = new Set();
    this.#code = new Map();
    this.#hand = undefined;
    this.#isSending = true;
    let again = 0;
    try {
      await this.#send({
        ...(items.size === 0
          ? {}
          : { items: [...items].flatMap((item) => this.#items.get(item) ?? []) }),
        ...(code.size === 0 ? {} : { code: Array.from(code, ([item, text]) => ({ item, text })) }),
        ...(hand === undefined ? {} : { hand }),
      });
    } catch (error) {
      const problem = problemOf(error);
      const isTooMuch = problem.code === 'too_large' && code.size > 0;
      if (isTooMuch) this.#onTooMuchCode();
      for (const item of items) this.#dirtyItems.add(item);
      this.#code = new Map([...(isTooMuch ? [] : code), ...this.#code]);
      this.#hand ??= hand;
      again = isTooMuch ? 0 : Math.max(AGAIN_AFTER_MS, (problem.retryAfterS ?? 0) * 1000);
    }
    this.#lastMs = performance.now();
    this.#isSending = false;
    if (this.#dirtyItems.size > 0 || this.#hand !== undefined) this.#soon(again);
    if (this.#code.size > 0) this.#soon(Math.max(again, CODE_AFTER_MS));
  }
}
