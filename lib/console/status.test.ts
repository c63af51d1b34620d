import { describe, expect, it } from 'vitest';
import type { DoneEvent, Exit } from '../agentbay/contract';
import { formatBytes, formatSeconds } from './format';
import { runningFact, sentenceOfEnd, statusOfEnd } from './status';

const done = (exit: Exit, rest: Partial<DoneEvent> = {}): DoneEvent => ({
  type: 'done',
  success: exit.reason === 'exited' && exit.code === 0,
  result: '',
  exit,
  executionTime: 0.42,
  executionCount: 1,
  usage: { cpuTimeS: 0.05, peakMemoryBytes: 12.3 * 1024 * 1024, outputBytes: 12 },
  truncated: false,
  ...rest,
});

const lineOf = (event: DoneEvent) => {
  const { headline, facts } = statusOfEnd(event);
  return [headline, ...facts].join(' · ');
};

describe('the status line', () => {
  it('says how a program ended and what it used', () => {
    expect(lineOf(done({ reason: 'exited', code: 0 }))).toBe(
      'Finished · exit 0 · 0.42 s · CPU 0.05 s · 12.3 MiB',
    );
    expect(lineOf(done({ reason: 'exited', code: 3 }))).toMatch(/^Failed · exit 3 · /);
  });

  it('says which limit was hit, in the words of the engine', () => {
    const errorMessage = 'stopped after 10 s: line 3 was running.';
    expect(lineOf(done({ reason: 'timed_out' }, { errorMessage }))).toMatch(
      /^Stopped after 10 s: line 3 was running · 0\.42 s/,
    );
    expect(lineOf(done({ reason: 'memory_exceeded', signal: 'SIGKILL' }))).toMatch(
      /^Out of memory · SIGKILL · /,
    );
  });

  it('does not blame a program that the user stopped', () => {
    const stopped = done({ reason: 'stopped' }, { errorMessage: 'stopped: line 3 was running' });
    expect(statusOfEnd(stopped).tone).toBe('quiet');
    expect(lineOf(stopped)).toMatch(/^Stopped by you: line 3 was running · /);
  });

  it('mentions output that was cut', () => {
    expect(lineOf(done({ reason: 'output_exceeded' }, { truncated: true }))).toContain(
      'output cut',
    );
  });

  it('has a spoken form of one sentence', () => {
    expect(sentenceOfEnd(done({ reason: 'exited', code: 0 }))).toBe('Finished after 0.42 seconds.');
    expect(sentenceOfEnd(done({ reason: 'exited', code: 1 }))).toBe(
      'Failed with exit code 1 after 0.42 seconds.',
    );
  });
});

describe('words for numbers', () => {
  it('count the seconds against the limit, and never past it', () => {
    expect(runningFact(3.9, 10)).toBe('3 s of 10 s');
    expect(runningFact(12, 10)).toBe('10 s of 10 s');
  });

  it('show times and sizes as short as they can be understood', () => {
    expect([0.004, 0.42, 12.34, 125].map(formatSeconds)).toEqual([
      '0.004 s',
      '0.42 s',
      '12.3 s',
      '2 min 5 s',
    ]);
    expect([512, 3481, 12_897_485, 536_870_912, 2_147_483_648].map(formatBytes)).toEqual([
      '512 B',
      '3.4 KiB',
      '12.3 MiB',
      '512 MiB',
      '2 GiB',
    ]);
  });
});
