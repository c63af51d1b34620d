import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryStorage } from '../store/playground-double';
import { forgetAnswers, keepAnswer, keepBlocks, keptAnswers, keptBlocks } from './kept-answers';

const KEPT = { state: 'passed', tries: 2, answer: 'x = 1', hints: 1 } as const;

beforeEach(() => vi.stubGlobal('localStorage', memoryStorage()));
afterEach(() => vi.unstubAllGlobals());

it('answers are kept by document and name', () => {
  keepAnswer('learn/x/one', 'sum', KEPT, 1);
  expect(keptAnswers('learn/x/one').get('sum')).toEqual(KEPT);
  expect(keptAnswers('learn/x/two').size).toBe(0);
});

it('changed blocks are kept beside the answers, and neither takes the other away', () => {
  const block = { id: 'b1', given: '1', code: '2' };
  keepBlocks('d/abc', [block], 1);
  keepAnswer('d/abc', 'sum', KEPT, 2);
  expect(keptBlocks('d/abc')).toEqual([block]);
  keepBlocks('d/abc', [], 3);
  expect(keptBlocks('d/abc')).toEqual([]);
  expect(keptAnswers('d/abc').get('sum')).toEqual(KEPT);
});

it('those of some documents are let go of, and brought back', () => {
  keepAnswer('learn/x/one', 'sum', KEPT, 1);
  keepAnswer('d/abc', 'sum', KEPT, 1);
  const bringBack = forgetAnswers('learn/');
  expect(keptAnswers('learn/x/one').size).toBe(0);
  expect(keptAnswers('d/abc').get('sum')).toEqual(KEPT);
  bringBack();
  expect(keptAnswers('learn/x/one').get('sum')).toEqual(KEPT);
});

it('where the browser keeps nothing there is nothing to let go of', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(() => forgetAnswers('learn/')()).not.toThrow();
});
