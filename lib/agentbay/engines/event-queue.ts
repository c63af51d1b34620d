/** Events from one producer to one consumer. Output that waits is joined, so a flood becomes few events, of a bounded size. */
import 'server-only';
import type { RunEvent } from '@/lib/agentbay/contract';

/** Beyond it the next event begins: who reads an event only when it is whole should not have to wait for megabytes. */
const JOINED_CHARS = 64 * 1024;

export class EventQueue implements AsyncIterableIterator<RunEvent> {
  #events: RunEvent[] = [];
  #ended = false;
  #error: Error | undefined;
  #wake: (() => void) | undefined;
  /** Called when the consumer leaves before the end. */
  onAbandon: () => void = () => {};

  push(event: RunEvent): void {
    const last = this.#events.at(-1);
    if (
      last !== undefined &&
      (event.type === 'stdout' || event.type === 'stderr') &&
      last.type === event.type &&
      last.text.length < JOINED_CHARS
    ) {
      this.#events[this.#events.length - 1] = { type: event.type, text: last.text + event.text };
    } else {
      this.#events.push(event);
    }
    this.#wake?.();
  }

  /** No more events; with an error the iteration throws it after the events before. */
  end(error?: Error): void {
    this.#ended = true;
    this.#error = error;
    this.#wake?.();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<RunEvent>> {
    for (;;) {
      const event = this.#events.shift();
      if (event !== undefined) return { done: false, value: event };
      if (this.#ended) {
        if (this.#error === undefined) return { done: true, value: undefined };
        const error = this.#error;
        this.#error = undefined;
        throw error;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }

  async return(): Promise<IteratorResult<RunEvent>> {
    if (!this.#ended) this.onAbandon();
    this.#events = [];
    return { done: true, value: undefined };
  }
}
