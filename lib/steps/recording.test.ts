import { describe, expect, test } from 'vitest';
import type { DoneEvent } from '@/lib/agentbay/contract';
import { StepRecording } from './recording';

const DONE: DoneEvent = {
  type: 'done',
  success: true,
  result: '',
  exit: { reason: 'exited', code: 0 },
  executionTime: 0,
  executionCount: 1,
  usage: { cpuTimeS: 0, peakMemoryBytes: 0, outputBytes: 0 },
  truncated: false,
};
const END = { end: 'done', o: [0, 0], omitted: [] };

const line = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const step = (more: object = {}) => ({ e: 'line', s: [[1, 1]], o: [0, 0], ...more });

function traceOf(lines: unknown[], printed: ['stdout' | 'stderr', string][] = []) {
  const recording = new StepRecording();
  for (const one of lines) recording.onStep(line(one));
  for (const [type, text] of printed) recording.onEvent({ type, text });
  return recording.trace('python', DONE);
}

describe('a recording', () => {
  test('is what the recorder said, in words', () => {
    const trace = traceOf([
      step({
        f: { 1: { n: '<module>', k: 'main', p: 'main.py', v: [['a', 1]] } },
        h: { 1: { k: 'list', t: 'list', i: ['1'] } },
      }),
      step({ e: 'return', r: '3', x: 'E: no', c: 2 }),
      END,
    ]);
    expect(trace).toEqual({
      language: 'python',
      steps: [
        {
          event: 'line',
          stack: [[1, 1]],
          frames: { 1: { name: '<module>', kind: 'main', file: 'main.py', variables: [['a', 1]] } },
          boxes: { 1: { kind: 'list', type: 'list', items: ['1'] } },
          output: 0,
        },
        { event: 'return', stack: [[1, 1]], hidden: 2, output: 0, value: '3', exception: 'E: no' },
      ],
      output: [],
      omitted: [],
      exit: { reason: 'exited', code: 0 },
    });
  });

  test('knows how much of either stream had been printed, whole characters always', () => {
    const trace = traceOf(
      [step(), step({ o: [1, 0] }), step({ o: [3, 2] }), step({ o: [3, 2] })],
      [
        ['stdout', 'é!rest'],
        ['stderr', 'no'],
      ],
    );
    expect(trace.output).toEqual([
      { stream: 'stdout', text: 'é' },
      { stream: 'stdout', text: '!' },
      { stream: 'stderr', text: 'no' },
      { stream: 'stdout', text: 'rest' },
    ]);
    expect(trace.steps.map(({ output }) => output)).toEqual([0, 1, 3, 4]);
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['a line below zero', step({ s: [[1, -1]] })],
    ['an event of its own', step({ e: 'boom' })],
    ['a frame of another form', step({ f: { 1: { n: 'f' } } })],
    ['an id that is none', step({ f: { constructor: { n: 'f', k: 'main', p: 'x', v: [] } } })],
    ['endless text', step({ x: 'x'.repeat(2000) })],
    ['an endless stack', step({ s: Array.from({ length: 100 }, () => [1, 1]) })],
    ['a box of another form', step({ h: { 1: { k: 'list', t: {}, i: [] } } })],
    ['an end of another form', { end: 'boom' }],
    ['null', null],
  ])('takes nothing of %s', (_, forged) => {
    expect(traceOf([step(), forged, END]).steps).toHaveLength(1);
  });

  test('drops what is not asked for, and half characters', () => {
    const [first] = traceOf([step({ x: 'a\ud800', html: '<b>', s: [[1, 1]] })]).steps;
    expect(first).toEqual({ event: 'line', stack: [[1, 1]], output: 0, exception: 'a\ufffd' });
  });

  test('ends at 5,000 steps and at its size, whatever the recorder does', () => {
    const many = traceOf(Array.from({ length: 5100 }, () => step()));
    expect(many.steps).toHaveLength(5000);
    expect(many.cut).toBe('steps');
    const large = traceOf(Array.from({ length: 3000 }, () => step({ x: 'x'.repeat(900) })));
    expect(large.cut).toBe('size');
    expect(JSON.stringify(large).length).toBeLessThan(2_500_000);
  });

  test('takes nothing after the end', () => {
    expect(traceOf([step(), END, step(), END]).steps).toHaveLength(1);
  });

  test('keeps the first of much output, and says so', () => {
    const trace = traceOf([step(), END], [['stdout', 'x'.repeat(150_000)]]);
    expect(trace.output[0]?.text).toHaveLength(100_000);
    expect(trace.omitted).toEqual(['output']);
  });
});
