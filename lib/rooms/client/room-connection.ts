/** The stream of a room, opened again whenever it breaks: each time it begins with all that there is. */
import { problemOf } from '@/lib/client/problem';
import { readServerMessages } from '@/lib/client/sse';
import { openStream, type RoomKey } from './room-api';

/**
 * `over`: the room has ended. `out`: the key opens it no longer. `replaced`: it is open too often in this
 * browser. After these nothing comes any more.
 */
export type Link = 'connecting' | 'open' | 'lost' | 'over' | 'out' | 'replaced';

export interface RoomConnection {
  /** Tries at once where it waits. */
  retry(): void;
  close(): void;
}

interface ConnectionOptions {
  onEvent: (name: string, data: unknown) => void;
  onLink: (link: Link) => void;
  open?: typeof openStream;
  /** A number from 0 to 1. */
  random?: () => number;
  /** Milliseconds. */
  firstWaitMs?: number;
  silenceMs?: number;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** The server says something each 15 s. */
const SILENCE_MS = 40_000;

const ENDS: Record<string, Link> = { ended: 'over', removed: 'out', replaced: 'replaced' };

export function connectRoom(
  room: RoomKey,
  {
    onEvent,
    onLink,
    open = openStream,
    random = Math.random,
    firstWaitMs = FIRST_WAIT_MS,
    silenceMs = SILENCE_MS,
  }: ConnectionOptions,
): RoomConnection {
  let isClosed = false;
  let abort = new AbortController();
  let wake = () => {};
  let waitMs = firstWaitMs;

  const end = (link: Link) => {
    isClosed = true;
    onLink(link);
  };

  /** Until it ends, by whatever. */
  const listen = async () => {
    abort = new AbortController();
    const { signal } = abort;
    let silence = setTimeout(() => abort.abort(), silenceMs);
    try {
      for await (const { event, data } of readServerMessages(await open(room, signal))) {
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), silenceMs);
        if (isClosed) return;
        const last = ENDS[event];
        if (last !== undefined) return end(last);
        if (event === 'hello') {
          waitMs = firstWaitMs;
          onLink('open');
        }
        onEvent(event, JSON.parse(data));
      }
    } catch (error) {
      if (isClosed) return;
      const { code } = problemOf(error);
      if (code === 'room_over') end('over');
      else if (code === 'not_in_room') end('out');
    } finally {
      clearTimeout(silence);
    }
  };

  const stay = async () => {
    onLink('connecting');
    for (;;) {
      await listen();
      if (isClosed) return;
      onLink('lost');
      await new Promise<void>((resolve) => {
        // A class does not come back all at once.
        const timer = setTimeout(resolve, waitMs * (0.5 + random()));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (isClosed) return;
      waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    }
  };
  const retry = () => wake();
  // A laptop that was opened again need not wait.
  globalThis.addEventListener?.('online', retry);
  void stay();

  return {
    retry,
    close() {
      globalThis.removeEventListener?.('online', retry);
      isClosed = true;
      abort.abort();
      wake();
    },
  };
}
