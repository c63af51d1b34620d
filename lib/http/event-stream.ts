/** Writes a run's events as server-sent events, no faster than the client reads them. */
import 'server-only';
import type { OutputEvent, Problem, RunEvent } from '@/lib/agentbay/contract';

export const EVENT_STREAM_HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform: nothing on the way may compress, and so hold back, what we send.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

const KEEP_ALIVE_MS = 5000;
/** What may lie in the response's own queue before the client is slow. */
const QUEUE_BYTES = 64 * 1024;
/** What may wait here for a slow client before no more is taken from the run; the run has its own limit. */
const WAITING_CHARS = 128 * 1024;

const encoder = new TextEncoder();
const keepAlive = encoder.encode(': keep-alive\n\n');

function message(type: string, data: RunEvent | Problem): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** What waits to be sent; output of one stream that waits together is one event. */
class Waiting {
  #messages = '';
  #output: OutputEvent | undefined;

  add(event: RunEvent): void {
    if (event.type === this.#output?.type) {
      this.#output = { type: this.#output.type, text: this.#output.text + event.text };
      return;
    }
    this.#endOutput();
    if (event.type === 'stdout' || event.type === 'stderr') this.#output = event;
    else this.#messages += message(event.type, event);
  }

  addProblem(problem: Problem): void {
    this.#endOutput();
    this.#messages += message('problem', problem);
  }

  get chars(): number {
    return this.#messages.length + (this.#output?.text.length ?? 0);
  }

  take(): Uint8Array {
    this.#endOutput();
    const bytes = encoder.encode(this.#messages);
    this.#messages = '';
    return bytes;
  }

  #endOutput(): void {
    if (this.#output === undefined) return;
    this.#messages += message(this.#output.type, this.#output);
    this.#output = undefined;
  }
}

interface Ends {
  /** What the client is told when the events end with an error. */
  toProblem(error: unknown): Problem;
  /** The client went away before the end; the events have to end soon. */
  onGone(): void;
}

/** The stream of `first` and of all the other `events`. */
export function eventStream(
  first: RunEvent,
  events: AsyncIterable<RunEvent>,
  { toProblem, onGone }: Ends,
): ReadableStream<Uint8Array> {
  const waiting = new Waiting();
  let state: 'open' | 'ended' | 'closed' = 'open';
  let isFlushDue = false;
  let goOn: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;

  // An output event of no characters is nothing to send either.
  const hasWaiting = () => waiting.chars > 0;

  function close(): void {
    state = 'closed';
    clearInterval(timer);
    goOn?.();
  }

  function flush(controller: ReadableStreamDefaultController<Uint8Array>): void {
    isFlushDue = false;
    if (state === 'closed') return;
    if (hasWaiting() && (controller.desiredSize ?? 0) > 0) {
      controller.enqueue(waiting.take());
      goOn?.();
    }
    if (state === 'ended' && !hasWaiting()) {
      close();
      controller.close();
    }
  }

  /** Node runs a tick after every promise that is ready: all events that are there go out as one piece, at once. */
  function flushSoon(controller: ReadableStreamDefaultController<Uint8Array>): void {
    if (isFlushDue) return;
    isFlushDue = true;
    process.nextTick(flush, controller);
  }

  async function pump(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    waiting.add(first);
    flushSoon(controller);
    try {
      for await (const event of events) {
        if (state === 'closed') break;
        waiting.add(event);
        flushSoon(controller);
        if (waiting.chars < WAITING_CHARS) continue;
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
        goOn = undefined;
      }
    } catch (error) {
      waiting.addProblem(toProblem(error));
    }
    if (state === 'open') state = 'ended';
    flushSoon(controller);
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        timer = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(keepAlive);
        }, KEEP_ALIVE_MS);
        void pump(controller);
      },
      pull: flushSoon,
      cancel() {
        close();
        onGone();
      },
    },
    { highWaterMark: QUEUE_BYTES, size: (chunk) => chunk.byteLength },
  );
}
