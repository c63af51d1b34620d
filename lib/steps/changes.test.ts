import { describe, expect, test } from 'vitest';
import { changesAt, nextChange, stepAtLine, variablesOf } from './changes';
import { StepStates } from './states';
import type { Step, StepFrame, StepTrace, StepValue } from './trace';

const main = (...variables: [string, StepValue][]): StepFrame => ({
  name: '<module>',
  kind: 'main',
  file: 'main.py',
  variables,
});
const call = (...variables: [string, StepValue][]): StepFrame => ({
  name: 'f',
  kind: 'function',
  file: 'main.py',
  variables,
});
const step = (line: number, more: Partial<Step> = {}): Step => ({
  event: 'line',
  stack: [[1, line]],
  output: 0,
  ...more,
});

function statesOf(steps: Step[]) {
  const trace: StepTrace = {
    language: 'python',
    steps,
    output: [],
    omitted: [],
    exit: { reason: 'exited' },
  };
  return new StepStates(trace);
}

/** `a = [1]`, `b = a`, `f(b)`, in which `a` grows and `x` is 1, then 2. */
const STATES = statesOf([
  step(1, { frames: { 1: main() } }),
  step(2, {
    frames: { 1: main(['a', 1]) },
    boxes: { 1: { kind: 'list', type: 'list', items: ['1'] } },
  }),
  step(3, { frames: { 1: main(['a', 1], ['b', 1]) } }),
  step(10, {
    event: 'call',
    stack: [
      [1, 3],
      [2, 10],
    ],
    frames: { 2: call(['x', '1']) },
  }),
  step(11, {
    stack: [
      [1, 3],
      [2, 11],
    ],
    frames: { 2: call(['x', '2']) },
  }),
  step(12, {
    stack: [
      [1, 3],
      [2, 12],
    ],
    boxes: { 1: { kind: 'list', type: 'list', items: ['1', '2'] } },
  }),
  step(4),
]);

describe('what a step has changed', () => {
  test('is each variable that is new or has another value', () => {
    expect(changesAt(STATES, 0)).toEqual([]);
    expect(changesAt(STATES, 1)).toEqual([{ frame: '', name: 'a', to: '[1]' }]);
    expect(changesAt(STATES, 4)).toEqual([{ frame: 'f', name: 'x', from: '1', to: '2' }]);
  });

  test('is every name of an object that has grown', () => {
    expect(changesAt(STATES, 5).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['a', '[1]', '[1, 2]'],
      ['b', '[1]', '[1, 2]'],
    ]);
  });
});

describe('the next change of a variable', () => {
  test.each([
    [{ frame: '', name: 'a' }, 0, 1, 1],
    [{ frame: '', name: 'a' }, 1, 1, 5],
    [{ frame: '', name: 'a' }, 5, 1, undefined],
    [{ frame: '', name: 'a' }, 6, -1, 5],
    [{ frame: '', name: 'a' }, 5, -1, 1],
    [{ frame: 'f', name: 'x' }, 0, 1, 3],
    [{ frame: '', name: 'x' }, 0, 1, undefined],
  ] as const)('of %j from step %d in direction %d is %s', (variable, from, direction, found) => {
    expect(nextChange(STATES, from, variable, direction)).toBe(found);
  });

  test('can be asked of each variable that there is', () => {
    expect(variablesOf(STATES)).toEqual([
      { frame: '', name: 'a' },
      { frame: '', name: 'b' },
      { frame: 'f', name: 'x' },
    ]);
  });
});

describe('the step at a line', () => {
  test('is the next one, then the first one again', () => {
    expect(stepAtLine(STATES, 0, 'main.py', 10)).toBe(3);
    expect(stepAtLine(STATES, 4, 'main.py', 1)).toBe(0);
    expect(stepAtLine(STATES, 0, 'main.py', 99)).toBeUndefined();
    expect(stepAtLine(STATES, 0, 'other.py', 10)).toBeUndefined();
  });
});

describe('states', () => {
  const long = statesOf([
    step(1, { frames: { 1: main(['i', '0']) } }),
    ...Array.from({ length: 300 }, (_, at) =>
      step(1, { frames: { 1: main(['i', String(at + 1)]) } }),
    ),
  ]);

  test.each([0, 1, 63, 64, 65, 128, 200, 300])('are the same forwards and backwards: %d', (at) => {
    expect(long.at(at).frames[0]?.frame.variables).toEqual([['i', String(at)]]);
    expect(long.at(300 - at).frames[0]?.frame.variables).toEqual([['i', String(300 - at)]]);
  });
});
