import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  bytesOfItsOwn,
  type FinishedRun,
  FinishedRuns,
  type Recording,
  type RunnableProgram,
} from './finished-runs';

const PROGRAM: RunnableProgram = {
  language: 'python',
  code: 'print(1)',
  files: [
    { path: 'b.py', text: 'b' },
    { path: 'a.py', text: 'a' },
  ],
  timeoutS: 10,
};

const recordingOf = (text: string): Recording => ({
  ranAtMs: 1,
  engine: 'local',
  sandbox: 'session',
  events: [{ type: 'stdout', text }],
  end: {
    success: true,
    exit: { reason: 'exited', code: 0 },
    executionTime: 0.1,
    usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
    truncated: false,
  },
  truncated: false,
});

const finished = (run: Partial<FinishedRun> = {}): FinishedRun => ({
  ...PROGRAM,
  sessionId: 'me',
  recording: recordingOf('1\n'),
  ...run,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a finished run', () => {
  it('is found by the session that made it, for the same program, as often as it is asked for', () => {
    const runs = new FinishedRuns();
    runs.add('r', finished());
    for (let n = 0; n < 2; n += 1) {
      expect(runs.find('r', 'me', PROGRAM)).toEqual(recordingOf('1\n'));
    }
    const sorted = [...(PROGRAM.files ?? [])].reverse();
    expect(runs.find('r', 'me', { ...PROGRAM, files: sorted })).toBeDefined();
    expect(runs.find('r', 'you', PROGRAM)).toBeUndefined();
    expect(runs.find('r', undefined, PROGRAM)).toBeUndefined();
    expect(runs.find('s', 'me', PROGRAM)).toBeUndefined();
  });

  it.each<[string, Partial<RunnableProgram>]>([
    ['language', { language: 'javascript' }],
    ['code', { code: 'print(1) ' }],
    ['time-out', { timeoutS: 11 }],
    ['files', { files: [] }],
    [
      'a file',
      {
        files: [
          { path: 'a.py', text: 'a' },
          { path: 'b.py', text: 'B' },
        ],
      },
    ],
    [
      'a name',
      {
        files: [
          { path: 'a.py', text: 'a' },
          { path: 'c.py', text: 'b' },
        ],
      },
    ],
    ['input', { stdin: 'x' }],
  ])('is not that of a program with another %s', (_, change) => {
    const runs = new FinishedRuns();
    runs.add('r', finished({ typed: 'y\n' }));
    expect(runs.find('r', 'me', { ...PROGRAM, ...change })).toBeUndefined();
    expect(runs.find('r', 'me', PROGRAM)).toBeDefined();
  });

  it('without files is that of a program without files', () => {
    const runs = new FinishedRuns();
    runs.add('r', finished({ files: undefined }));
    expect(runs.find('r', 'me', { ...PROGRAM, files: [] })).toBeDefined();
  });

  it.each<[Partial<FinishedRun>, string | undefined, boolean]>([
    [{ typed: 'anything' }, undefined, true],
    [{ stdin: '' }, undefined, true],
    [{ stdin: 'a\n' }, undefined, false],
    [{ stdin: 'a\nb\n' }, 'a\nb', true],
    [{ stdin: 'a\nb' }, 'a\nb\n', true],
    [{ stdin: 'a\n' }, 'a\nb', false],
    [{ typed: 'a\nb\n' }, 'a\nb', true],
    [{ typed: 'a\n' }, 'a\nb', true],
    [{ typed: '' }, 'a\nb', true],
    [{ typed: 'a\nc\n' }, 'a\nb', false],
    [{ typed: 'a\nb\nc\n' }, 'a\nb', false],
    [{ typed: 'a' }, 'ab\n', false],
  ])('with the input %j is one of the prepared input %j: %s', (input, prepared, fits) => {
    const runs = new FinishedRuns();
    runs.add('r', finished(input));
    const found = runs.find('r', 'me', { ...PROGRAM, stdin: prepared });
    expect(found !== undefined).toBe(fits);
  });

  it('is forgotten after its time', () => {
    let now = 0;
    const runs = new FinishedRuns({ keepMs: 1000, now: () => now });
    runs.add('r', finished());
    now = 999;
    expect(runs.find('r', 'me', PROGRAM)).toBeDefined();
    now = 1000;
    expect(runs.find('r', 'me', PROGRAM)).toBeUndefined();
  });

  it('is let go after its time although nobody comes any more', () => {
    vi.useFakeTimers();
    const runs = new FinishedRuns({ keepMs: 3000 });
    runs.add('first', finished());
    vi.advanceTimersByTime(2000);
    runs.add('second', finished());
    const both = runs.bytes;
    vi.advanceTimersByTime(1000);
    expect(runs.bytes).toBe(both / 2);
    vi.advanceTimersByTime(3000);
    expect(runs.bytes).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('holds no memory beside what is counted', () => {
    const kept = bytesOfItsOwn('kept, 记住');
    expect(kept.toString()).toBe('kept, 记住');
    expect(kept.buffer.byteLength).toBe(kept.byteLength);
  });

  it('makes room for others, the longest unused first', () => {
    const runs = new FinishedRuns({ bytes: 10_000 });
    const large = finished({ recording: recordingOf('x'.repeat(2000)) });
    for (const id of ['a', 'b', 'c']) runs.add(id, large);
    expect(runs.find('a', 'me', PROGRAM)).toBeDefined();
    runs.add('d', large);
    const known = ['a', 'b', 'c', 'd'].filter((id) => runs.find(id, 'me', PROGRAM));
    expect(known).toEqual(['a', 'c', 'd']);
    runs.add('huge', finished({ typed: 'x'.repeat(10_000) }));
    expect(runs.find('huge', 'me', PROGRAM)).toBeUndefined();
  });
});
