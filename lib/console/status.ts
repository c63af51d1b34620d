/** The words for what a run does and how it ended. */
import type { DoneEvent, ExitReason, Usage } from '../agentbay/contract';
import { formatBytes, formatSeconds } from './format';

export type StatusTone = 'quiet' | 'active' | 'waiting' | 'success' | 'failure';

/** A status line: what happened, then its figures. */
export interface StatusLine {
  tone: StatusTone;
  headline: string;
  facts: string[];
}

const REASONS: Record<Exclude<ExitReason, 'exited' | 'stopped'>, string> = {
  signalled: 'Ended by a signal',
  timed_out: 'Timed out',
  memory_exceeded: 'Out of memory',
  output_exceeded: 'Stopped: too much output',
  process_limit: 'Stopped: too many processes',
};

/** The status line of a program that has ended. */
export function statusOfEnd(done: DoneEvent): StatusLine {
  return {
    tone: toneOfEnd(done),
    headline: headlineOf(done),
    facts: [...exitFacts(done), formatSeconds(done.executionTime), ...usageFacts(done.usage)],
  };
}

/** The same as one spoken sentence. */
export function sentenceOfEnd(done: DoneEvent): string {
  const { code, reason } = done.exit;
  const exit =
    reason === 'exited' && code !== undefined && code !== 0 ? ` with exit code ${code}` : '';
  return `${headlineOf(done)}${exit} after ${formatSeconds(done.executionTime).replace(' s', ' seconds')}.`;
}

/** `Running… 3 s of 10 s` and, apart, the part that changes every second. */
export function runningFact(elapsedS: number, timeoutS: number): string {
  return `${Math.min(Math.floor(elapsedS), timeoutS)} s of ${timeoutS} s`;
}

function headlineOf(done: DoneEvent): string {
  const { reason } = done.exit;
  if (reason === 'exited') return done.success ? 'Finished' : 'Failed';
  const said = done.errorMessage?.replace(/[.\s]+$/, '');
  if (reason === 'stopped')
    return said?.replace(/^stopped\b/i, 'Stopped by you') ?? 'Stopped by you';
  if (!said) return REASONS[reason];
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function toneOfEnd(done: DoneEvent): StatusTone {
  if (done.success) return 'success';
  return done.exit.reason === 'stopped' ? 'quiet' : 'failure';
}

function exitFacts({ exit, truncated }: DoneEvent): string[] {
  const facts: string[] = [];
  if (exit.code !== undefined) facts.push(`exit ${exit.code}`);
  else if (exit.signal !== undefined) facts.push(exit.signal);
  if (truncated) facts.push('output cut');
  return facts;
}

function usageFacts({ cpuTimeS, peakMemoryBytes }: Usage): string[] {
  return [`CPU ${formatSeconds(cpuTimeS)}`, formatBytes(peakMemoryBytes)];
}
