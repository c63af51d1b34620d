import { describe, expect, it } from 'vitest';
import type { DoneEvent, Exit, Limits } from '../agentbay/contract';
import { CHINESE, ENGLISH } from '../messages/testing';
import type { Allowed } from './end-words';
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

const ALLOWED = {
  timeoutS: 10,
  limits: { memoryBytes: 512 * 1024 * 1024, outputBytes: 1024 * 1024, processes: 64 } as Limits,
};

const lineOf = (event: DoneEvent, texts = ENGLISH) => {
  const { headline, facts } = statusOfEnd(event, ALLOWED, texts);
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
    expect(statusOfEnd(stopped, ALLOWED, ENGLISH).tone).toBe('quiet');
    expect(lineOf(stopped)).toMatch(/^Stopped by you: line 3 was running · /);
  });

  it('mentions output that was cut', () => {
    expect(lineOf(done({ reason: 'output_exceeded' }, { truncated: true }))).toContain(
      'output cut',
    );
  });

  it('has a spoken form of one sentence', () => {
    expect(sentenceOfEnd(done({ reason: 'exited', code: 0 }), ALLOWED, ENGLISH)).toBe(
      'Finished after 0.42 seconds.',
    );
    expect(sentenceOfEnd(done({ reason: 'exited', code: 1 }), ALLOWED, ENGLISH)).toBe(
      'Failed with exit code 1 after 0.42 seconds.',
    );
  });
});

describe("the status line in another language than the server's", () => {
  const headline = (exit: Exit, allowed: Allowed = ALLOWED) =>
    statusOfEnd(done(exit, { errorMessage: 'The server said this.' }), allowed, CHINESE).headline;

  it('is made from what the server tells in fields', () => {
    expect(lineOf(done({ reason: 'exited', code: 0 }), CHINESE)).toBe(
      '已完成 · 退出代码 0 · 0.42 秒 · CPU 0.05 秒 · 12.3 MiB',
    );
    expect(headline({ reason: 'timed_out', line: 3 })).toBe(
      '运行 10 秒后停止：当时正在运行第 3 行',
    );
    expect(headline({ reason: 'timed_out', waitedForInput: true })).toContain('等待输入');
    expect(headline({ reason: 'stopped', waitedForInput: true })).toMatch(
      /^已由您停止：.*等待输入$/,
    );
    expect(headline({ reason: 'stopped' })).toBe('已由您停止');
    expect(headline({ reason: 'memory_exceeded', line: 2 })).toMatch(/ 512 MiB（第 2 行）$/);
    expect(headline({ reason: 'output_exceeded' })).toContain('1 MiB');
    expect(headline({ reason: 'process_limit' })).toContain('64');
    expect(headline({ reason: 'signalled', signal: 'SIGSEGV' })).toMatch(/SIGSEGV 终止：.*内存/);
    expect(headline({ reason: 'signalled', signal: 'SIGUSR1' })).toMatch(/SIGUSR1 终止$/);
  });

  it('tells that files are gone', () => {
    expect(headline({ reason: 'timed_out', sandboxLost: true })).toMatch(/停止。.*文件已丢失$/);
  });

  it('names no limit that it does not know', () => {
    expect(headline({ reason: 'memory_exceeded' }, { timeoutS: 10, limits: undefined })).toBe(
      '内存不足',
    );
  });

  it('is spoken in it', () => {
    expect(sentenceOfEnd(done({ reason: 'exited', code: 1 }), ALLOWED, CHINESE)).toBe(
      '运行失败，退出代码 1，用时 0.42 秒。',
    );
  });
});

describe('words for numbers', () => {
  it('count the seconds against the limit, and never past it', () => {
    expect(runningFact(3.9, 10, ENGLISH)).toBe('3 s of 10 s');
    expect(runningFact(12, 10, ENGLISH)).toBe('10 s of 10 s');
  });

  it('show times and sizes as short as they can be understood', () => {
    expect(
      [0.004, 0.42, 12.34, 125].map((s) => formatSeconds(s, ENGLISH.messages.console.time)),
    ).toEqual(['0.004 s', '0.42 s', '12.3 s', '2 min 5 s']);
    expect([512, 3481, 12_897_485, 536_870_912, 2_147_483_648].map(formatBytes)).toEqual([
      '512 B',
      '3.4 KiB',
      '12.3 MiB',
      '512 MiB',
      '2 GiB',
    ]);
  });
});
