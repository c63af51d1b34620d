import { expect, test } from 'vitest';
import { describeEnding, type EndFacts } from './ending';

const MIB = 1024 * 1024;
const FACTS: EndFacts = {
  cause: undefined,
  code: 0,
  signalNumber: undefined,
  error: undefined,
  memoryKilled: false,
  processRefused: false,
  heapFull: false,
  line: undefined,
  waitedForInput: false,
  inputWaitLimitS: 300,
  hadBegun: true,
  timeoutS: 10,
  outputLimitBytes: MIB,
  limits: {
    memoryLimitBytes: 512 * MIB,
    processLimit: 64,
    workspaceBytes: 64 * MIB,
    tmpBytes: 64 * MIB,
    fileLimitBytes: 64 * MIB,
  },
  sandboxLost: false,
};
const error = (name: string, value: string) => ({ name, value, traceback: '', line: 3 });

test.each([
  ['a good end', {}, 'exited', undefined],
  ['an exit code', { code: 3 }, 'exited', 'The program ended with exit code 3.'],
  ['an error', { code: 1, error: error('E', 'v') }, 'exited', 'E: v (line 3)'],
  ['an error without words', { code: 1, error: error('E', '') }, 'exited', 'E (line 3)'],
  [
    'a signal',
    { code: undefined, signalNumber: 11 },
    'signalled',
    /^The program was ended by SIGSEGV/,
  ],
  [
    'time',
    { cause: 'timed_out', code: 1, line: 7 },
    'timed_out',
    'Stopped after 10 s: line 7 was running.',
  ],
  [
    'time, waiting',
    { cause: 'timed_out', waitedForInput: true },
    'timed_out',
    'Stopped: it had waited 300 s for input.',
  ],
  [
    'a stop',
    { cause: 'stopped', line: null },
    'stopped',
    'Stopped: the program was still running.',
  ],
  ['a stop too early', { cause: 'stopped', hadBegun: false }, 'stopped', /had not begun/],
  [
    'memory by the kernel',
    { code: undefined, signalNumber: 9, memoryKilled: true },
    'memory_exceeded',
    /512 MiB/,
  ],
  [
    'memory by Python',
    { code: 1, error: error('MemoryError', '') },
    'memory_exceeded',
    /line 3.*512 MiB/,
  ],
  [
    'memory by the system',
    { code: 1, error: error('OSError', '[Errno 12] Cannot allocate memory') },
    'memory_exceeded',
    /line 3.*512 MiB/,
  ],
  [
    'memory outside of V8’s heap',
    { code: 1, error: error('RangeError', 'Array buffer allocation failed') },
    'memory_exceeded',
    /line 3.*512 MiB/,
  ],
  [
    'a range that is only wrong',
    { code: 1, error: error('RangeError', 'Invalid array length') },
    'exited',
    /Invalid/,
  ],
  [
    'memory by V8',
    { code: undefined, signalNumber: 6, heapFull: true },
    'memory_exceeded',
    /512 MiB/,
  ],
  ['a killed child of a good program', { memoryKilled: true }, 'exited', undefined],
  ['output', { cause: 'output_exceeded', signalNumber: 9 }, 'output_exceeded', /more than 1 MiB/],
  ['processes', { code: 1, processRefused: true }, 'process_limit', /its 64 processes and threads/],
  [
    'threads',
    { code: 1, error: error('RuntimeError', "can't start new thread") },
    'process_limit',
    /64/,
  ],
  [
    'a full disk',
    { code: 1, error: error('OSError', '[Errno 28] No space left on device') },
    'exited',
    /holds 64 MiB/,
  ],
  [
    'a lost sandbox',
    { cause: 'timed_out', sandboxLost: true },
    'timed_out',
    /its files are gone\.$/,
  ],
] as const)('%s', (_, facts, reason, message) => {
  const ending = describeEnding({ ...FACTS, ...facts } as EndFacts);
  expect(ending.exit.reason).toBe(reason);
  expect(ending.success).toBe(message === undefined);
  if (message !== undefined) expect(ending.errorMessage).toMatch(message);
  if (typeof message === 'string') expect(ending.errorMessage).toBe(message);
});

test.each([
  ['the line that ran', { cause: 'stopped', line: 7 }, { line: 7 }],
  ['no line where none is known', { cause: 'stopped', line: null }, {}],
  ['no line of a program that had not begun', { cause: 'stopped', line: 7, hadBegun: false }, {}],
  [
    'the wait for input',
    { cause: 'timed_out', line: 7, waitedForInput: true },
    { waitedForInput: true },
  ],
  ['the line that needed too much', { code: 1, error: error('MemoryError', '') }, { line: 3 }],
  ['a sandbox that is gone', { cause: 'stopped', sandboxLost: true }, { sandboxLost: true }],
] as const)('the fields tell %s', (_, facts, told) => {
  const { reason, code, signal, ...rest } = describeEnding({ ...FACTS, ...facts } as EndFacts).exit;
  expect(rest).toEqual(told);
});

test('the first cause is kept, whatever came after it', () => {
  const ending = describeEnding({
    ...FACTS,
    ...{ cause: 'output_exceeded', code: 1, memoryKilled: true, processRefused: true },
  });
  expect(ending.exit.reason).toBe('output_exceeded');
});
