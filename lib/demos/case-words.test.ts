import { describe, expect, it } from 'vitest';
import type { CaseResult } from '../checking/outcome';
import { ENGLISH as texts } from '../messages/testing';
import { outcomeInWords, whyBroken, whyNot } from './case-words';

const result = (facts: Partial<CaseResult>): CaseResult => ({
  state: 'failed',
  isHidden: true,
  given: { kind: 'call', text: 'f(1)' },
  ...facts,
});

describe('what came of a case, in words', () => {
  it.each([
    [{ state: 'passed' }, undefined],
    [{ state: 'untried' }, undefined],
    [{ difference: 'value' }, 'That is not what is expected.'],
    [
      { difference: 'nothing' },
      'It gave nothing back. Does it print the value instead of returning it?',
    ],
    [{ difference: 'nothing', given: { kind: 'input', text: '' } }, 'It printed nothing.'],
    [
      { difference: 'kind', kinds: { came: 'text', expected: 'number' } },
      'A text came, and a number is expected.',
    ],
    [
      { difference: 'kind', kinds: { came: 'tuple' } },
      'A tuple came, and another kind of value is expected.',
    ],
    [
      { difference: 'value', kinds: { came: 'number', expected: 'error' } },
      'It gave a value back, and an error is expected.',
    ],
    [
      { fault: 'timeout', timeoutS: 5 },
      'It took longer than 5 seconds and was stopped. Is there a loop that never ends?',
    ],
    [
      { fault: 'error', error: { name: 'ValueError', message: 'no', line: 3 } },
      'ValueError in line 3: no',
    ],
    [
      { fault: 'error', error: { name: 'NameError', message: "name 'f' is not defined" } },
      "Keep the names that the task gives: name 'f' is not defined",
    ],
    [{ fault: 'error', error: { name: 'AssertionError', message: '' } }, 'This does not hold.'],
  ] as [Partial<CaseResult>, string | undefined][])('%j', (facts, words) => {
    expect(whyNot(result(facts), texts)).toBe(words);
  });

  it('are one sentence for all cases', () => {
    const results = [result({}), result({ state: 'passed' })];
    expect(outcomeInWords({ type: 'exercise', passed: false, results }, texts)).toBe(
      'Not yet: 1 of 2 are right.',
    );
    const broken = {
      type: 'exercise',
      passed: false,
      results: [],
      broken: { fault: 'error', error: { name: 'SyntaxError', message: "expected ':'", line: 1 } },
    } as const;
    expect(outcomeInWords({ ...broken, results: [] }, texts)).toBe(
      'Your program could not be tried.',
    );
    expect(whyBroken({ ...broken, results: [] }, texts)).toBe(
      "SyntaxError in line 1: expected ':'",
    );
    expect(
      outcomeInWords(
        { type: 'choice', passed: false, whys: [], rightChosen: 1, missing: 2 },
        texts,
      ),
    ).toBe('Not quite: 2 more are right.');
    expect(
      outcomeInWords({ type: 'order', passed: false, rightLines: 1, isIndentWrong: false }, texts),
    ).toBe('Not yet. The first line is right, the next is not.');
  });
});
