/** The words for what a run does and how it ended. */
import type { DoneEvent } from '../agentbay/contract';
import { fill, type Messages, type Texts } from '../messages/messages';
import { type Allowed, endInWords } from './end-words';
import { formatBytes, formatSeconds, speakSeconds } from './format';

export type StatusTone = 'quiet' | 'active' | 'waiting' | 'success' | 'failure';

/** A status line: what happened, then its figures. */
export interface StatusLine {
  tone: StatusTone;
  headline: string;
  facts: string[];
}

/** The status line of a program that has ended. */
export function statusOfEnd(done: DoneEvent, allowed: Allowed, texts: Texts): StatusLine {
  const { status, time } = texts.messages.console;
  const { cpuTimeS, peakMemoryBytes } = done.usage;
  return {
    tone: toneOfEnd(done),
    headline: endInWords(done, allowed, texts),
    facts: [
      ...exitFacts(done, status),
      formatSeconds(done.executionTime, time),
      // Where the engine does not measure them, both are 0.
      ...(peakMemoryBytes > 0
        ? [fill(status.cpu, { time: formatSeconds(cpuTimeS, time) }), formatBytes(peakMemoryBytes)]
        : []),
    ],
  };
}

/** The same as one spoken sentence. */
export function sentenceOfEnd(done: DoneEvent, allowed: Allowed, texts: Texts): string {
  const { spoken, time: words } = texts.messages.console;
  const { code, reason } = done.exit;
  const headline = endInWords(done, allowed, texts);
  const time = speakSeconds(done.executionTime, words);
  return reason === 'exited' && code !== undefined && code !== 0
    ? fill(spoken.endWithCode, { headline, code, time })
    : fill(spoken.end, { headline, time });
}

/** `3 s of 10 s`: the part of the line that changes every second. */
export function runningFact(elapsedS: number, timeoutS: number, { messages }: Texts): string {
  const seconds = Math.min(Math.floor(elapsedS), timeoutS);
  return fill(messages.console.status.runningFor, { seconds, limit: timeoutS });
}

function toneOfEnd(done: DoneEvent): StatusTone {
  if (done.success) return 'success';
  return done.exit.reason === 'stopped' ? 'quiet' : 'failure';
}

function exitFacts({ exit, truncated }: DoneEvent, words: Messages['console']['status']): string[] {
  const facts: string[] = [];
  if (exit.code !== undefined) facts.push(fill(words.exit, { code: exit.code }));
  else if (exit.signal !== undefined) facts.push(exit.signal);
  if (truncated) facts.push(words.outputCut);
  return facts;
}
