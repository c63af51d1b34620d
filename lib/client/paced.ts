import type { RunEvent } from '../agentbay/contract';

/** The page may be busy for so long before it gets to paint and to hear its user. */
const TURN_MS = 12;
/** Characters of output that are taken in at once. */
const PART_LENGTH = 32 * 1024;

/** The same events, long output in parts, with a pause for the browser whenever handling them has taken a while. */
export async function* paced(
  events: AsyncIterable<RunEvent>,
  now: () => number = () => performance.now(),
  pause: () => Promise<void> = nextTask,
): AsyncGenerator<RunEvent, void, undefined> {
  let began = now();
  for await (const event of events) {
    for (const part of partsOf(event)) {
      yield part;
      if (now() - began < TURN_MS) continue;
      await pause();
      began = now();
    }
  }
}

function* partsOf(event: RunEvent): Generator<RunEvent> {
  const isLong =
    (event.type === 'stdout' || event.type === 'stderr') && event.text.length > PART_LENGTH;
  if (!isLong) return yield event;
  for (let at = 0; at < event.text.length; ) {
    const end = endOfPart(event.text, at + PART_LENGTH);
    yield { ...event, text: event.text.slice(at, end) };
    at = end;
  }
}

/** Not between the halves of a character. */
function endOfPart(text: string, end: number): number {
  const code = text.charCodeAt(end);
  return code >= 0xdc00 && code <= 0xdfff ? end + 1 : end;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
