/** How a program's end is said in the reader's language. */
import type { DoneEvent, Limits } from '../agentbay/contract';
import { fill, type ServerWords, type Texts } from '../messages/messages';
import { formatBytes } from './format';

/** What was allowed to the run. `limits` are undefined until the server has told them. */
export interface Allowed {
  timeoutS: number;
  limits: Limits | undefined;
}

type Ends = NonNullable<ServerWords['ends']>;

/**
 * Why a program was ended, without a full stop: with what the server tells in fields where it does
 * not speak the language, else in the server's own sentence.
 */
export function endInWords(done: DoneEvent, allowed: Allowed, { messages }: Texts): string {
  const { console: words, server } = messages;
  const { reason } = done.exit;
  if (reason === 'exited') return done.success ? words.status.finished : words.status.failed;
  if (server.ends) {
    const end = fromFields(done, allowed, server.ends, messages);
    return done.exit.sandboxLost ? fill(server.ends.sandboxLost, { end }) : end;
  }
  const said = done.errorMessage?.replace(/[.\s]+$/, '') ?? '';
  if (reason === 'stopped') {
    return said === '' ? words.status.stopped : said.replace(/^stopped\b/i, words.status.stopped);
  }
  return said === '' ? words.reasons[reason] : said.charAt(0).toUpperCase() + said.slice(1);
}

function fromFields(
  { exit }: DoneEvent,
  { timeoutS, limits }: Allowed,
  ends: Ends,
  { console: words, server }: Texts['messages'],
): string {
  const { reason, signal = '', line, waitedForInput } = exit;
  if (reason === 'exited') return words.status.failed;
  if (reason === 'signalled') {
    const meaning = Object.hasOwn(server.signals ?? {}, signal) ? server.signals?.[signal] : '';
    const end = signal === '' ? words.reasons.signalled : fill(ends.signalled, { signal });
    return meaning ? fill(ends.because, { end, meaning }) : end;
  }
  if (reason === 'timed_out' && waitedForInput) return ends.waitedTooLong;
  if (reason === 'timed_out' || reason === 'stopped') {
    const end = fill(ends[reason], { limit: timeoutS });
    if (waitedForInput) return fill(ends.waited, { end });
    return line === undefined ? end : fill(ends.lineRan, { end, line });
  }
  const end = limits
    ? fill(ends[reason], {
        memory: formatBytes(limits.memoryBytes),
        output: formatBytes(limits.outputBytes),
        processes: limits.processes,
      })
    : words.reasons[reason];
  return line === undefined ? end : fill(ends.atLine, { end, line });
}
