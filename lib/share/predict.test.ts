import { expect, it } from 'vitest';
import { GUESS_LIMIT } from './guess-limit';
import { keepsOutputBack, readPrediction } from './predict';

it.each([
  [{}, false],
  [{ guess: 'x' }, false],
  [{ predict: '' }, true],
  [{ predict: ['', ''] }, true],
  [{ predict: '1', guess: '' }, true],
  [{ predict: '', guess: ' \n\t' }, true],
  [{ predict: '', guess: 'x' }, false],
  [{ predict: '', guess: ['x', 'y'] }, false],
  [{ predict: '', nothing: '1', guess: '' }, false],
])('%j keeps the output back: %j', (query, isBack) => {
  expect(keepsOutputBack(query)).toBe(isBack);
});

it('a guess is text of a bounded length', () => {
  expect(readPrediction({ predict: '', guess: 'a\r\nb\rc' })?.guess).toBe('a\nb\nc');
  expect(readPrediction({ predict: '', guess: 'x'.repeat(9999) })?.guess).toHaveLength(GUESS_LIMIT);
  expect(readPrediction({ predict: '', guess: '' })).toEqual({ guess: undefined, isBlank: true });
  expect(readPrediction({ predict: '', nothing: '' })?.guess).toBe('');
});
