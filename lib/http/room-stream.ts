/** The event stream of somebody in a room: no faster than it is read, and what waits stays small. */
import 'server-only';
import type { Listener, WireEvent } from '@/lib/rooms/listener';

/** What may lie in the response's own queue before its reader is slow. */
const QUEUE_BYTES = 64 * 1024;
/** Beyond it the oldest that waits and is kept nowhere is dropped. */
const WAITING_BYTES = 1024 * 1024;

/** The stream, which begins when it is read; `enter` starts telling it things, and gives how to stop that. */
export function roomStream(
  enter: (listener: Listener) => Promise<() => void>,
): Promise<ReadableStream<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const waiting = new Waiting();
    let isOver = false;
    let leave: (() => void) | undefined;
    const stream = new ReadableStream<Uint8Array>(
      {
        async start(controller) {
          const listener: Listener = {
            get isReady() {
              return !isOver && (controller.desiredSize ?? 0) > 0;
            },
            send(event) {
              if (isOver) return;
              waiting.add(event);
              flush(controller);
            },
            close(last) {
              if (isOver) return;
              isOver = true;
              if (last) controller.enqueue(last.bytes);
              controller.close();
            },
          };
          try {
            leave = await enter(listener);
          } catch (error) {
            isOver = true;
            return reject(error);
          }
          // Its reader may have gone meanwhile.
          if (isOver) leave();
          resolve(stream);
        },
        pull: flush,
        cancel() {
          isOver = true;
          leave?.();
        },
      },
      { highWaterMark: QUEUE_BYTES, size: (chunk) => chunk.byteLength },
    );

    function flush(controller: ReadableStreamDefaultController<Uint8Array>): void {
      while (!isOver && (controller.desiredSize ?? 0) > 0) {
        const bytes = waiting.take();
        if (bytes === undefined) return;
        controller.enqueue(bytes);
      }
    }
  });
}

/** In order, except that a later event of the same slot takes the place of an earlier one. */
export class Waiting {
  readonly #events = new Map<string, Uint8Array>();
  #count = 0;
  #bytes = 0;

  add({ slot, bytes }: WireEvent): void {
    this.#count += 1;
    const name = slot ?? `#${this.#count}`;
    this.#drop(name);
    this.#events.set(name, bytes);
    this.#bytes += bytes.byteLength;
    for (const old of this.#events.keys()) {
      if (this.#bytes <= WAITING_BYTES || old === name) break;
      this.#drop(old);
    }
  }

  take(): Uint8Array | undefined {
    for (const [name, bytes] of this.#events) {
      this.#drop(name);
      return bytes;
    }
    return undefined;
  }

  #drop(name: string): void {
    const bytes = this.#events.get(name);
    if (bytes === undefined) return;
    this.#events.delete(name);
    this.#bytes -= bytes.byteLength;
  }
}
