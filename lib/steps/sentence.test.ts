import { describe, expect, test } from 'vitest';
import { en } from '../messages/en';
import { zh } from '../messages/zh';
import { sentenceOf } from './sentence';
import { StepStates } from './states';
import type { Step, StepFrame, StepTrace } from './trace';

const TEXTS = { locale: 'en' as const, messages: en };
const frame = (
  name: string,
  kind: StepFrame['kind'],
  ...variables: StepFrame['variables']
): StepFrame => ({
  name,
  kind,
  file: 'main.py',
  variables,
});
const step = (more: Partial<Step>): Step => ({
  event: 'line',
  stack: [[1, 1]],
  output: 0,
  ...more,
});

const STEPS: Step[] = [
  step({ frames: { 1: frame('<module>', 'main') } }),
  step({ stack: [[1, 2]], frames: { 1: frame('<module>', 'main', ['total', '3']) } }),
  step({ stack: [[1, 3]], frames: { 1: frame('<module>', 'main', ['total', '6']) }, output: 1 }),
  step({
    event: 'call',
    stack: [
      [1, 3],
      [2, 9],
    ],
    frames: { 2: frame('add', 'function', ['a', '1'], ['b', '2']) },
    output: 1,
  }),
  step({
    event: 'return',
    stack: [
      [1, 3],
      [2, 9],
    ],
    value: '3',
    output: 1,
  }),
  step({
    event: 'exception',
    stack: [[1, 4]],
    exception: 'ZeroDivisionError: division by zero',
    output: 1,
  }),
  step({ stack: [[1, 5]], output: 1 }),
  step({ event: 'return', stack: [[1, 5]], output: 1 }),
];

function statesOf(steps: Step[], more: Partial<StepTrace> = {}) {
  return new StepStates({
    language: 'python',
    steps,
    output: [{ stream: 'stdout', text: 'hello\nyou\n' }],
    omitted: [],
    exit: { reason: 'exited' },
    ...more,
  });
}

describe('a step in words', () => {
  test.each([
    [0, 'Step 1 of 8: the program begins. Next is line 1.'],
    [1, 'Step 2 of 8, line 1: total is 3. Next is line 2.'],
    [2, 'Step 3 of 8, line 2: total changed from 3 to 6, it printed hello / you. Next is line 3.'],
    [3, 'Step 4 of 8, line 3: add is called with a = 1, b = 2. Next is line 9.'],
    [4, 'Step 5 of 8, line 9: add returns 3.'],
    [5, 'Step 6 of 8, line 4: ZeroDivisionError: division by zero is raised.'],
    [6, 'Step 7 of 8, line 4: no variable changed. Next is line 5.'],
    [7, 'Step 8 of 8, line 5: the main program ends.'],
  ])('says what happened at step %d', (at, sentence) => {
    expect(sentenceOf(statesOf(STEPS), at, TEXTS)).toBe(sentence);
  });

  test('ends with what the program ended with', () => {
    const states = statesOf(STEPS.slice(0, 6), { errorMessage: 'ZeroDivisionError (line 4)' });
    expect(sentenceOf(states, 5, TEXTS)).toMatch(
      / The program ended: ZeroDivisionError \(line 4\)$/,
    );
    expect(sentenceOf(states, 4, TEXTS)).not.toMatch(/ended/);
  });

  test('names a few changes and counts the others', () => {
    const many = statesOf([
      step({ frames: { 1: frame('<module>', 'main') } }),
      step({
        frames: {
          1: frame(
            '<module>',
            'main',
            ...'abcde'.split('').map((name): [string, string] => [name, '1']),
          ),
        },
      }),
    ]);
    expect(sentenceOf(many, 1, TEXTS)).toContain('a is 1, b is 1, c is 1, and 2 more changes.');
  });

  test('is Chinese where the page is', () => {
    const texts = { locale: 'zh' as const, messages: zh };
    expect(sentenceOf(statesOf(STEPS), 2, texts)).toBe(
      '第 3 步，共 8 步，第 2 行：total 从 3 变为 6，输出了 hello / you。接下来是第 3 行。',
    );
  });
});
