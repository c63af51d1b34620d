import { describe, expect, it } from 'vitest';
import { matchScore } from './fuzzy';

const best = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, score: matchScore(query, text) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);

describe('a query', () => {
  it.each([
    ['run', 'Run the program'],
    ['RUN', 'Run the program'],
    ['rp', 'Run the program'],
    ['switjs', 'Switch to JavaScript'],
    ['cl con', 'Clear the console'],
    ['uber', 'Über uns'],
    ['go line', 'Go to line'],
  ])('%s fits "%s"', (query, text) => {
    expect(matchScore(query, text)).toBeGreaterThan(0);
  });

  it.each([
    ['nur', 'Run the program'],
    ['runs', 'Run'],
    ['zzz', 'Run the program'],
    ['uhm', 'Run the program'],
  ])('%s does not fit "%s"', (query, text) => {
    expect(matchScore(query, text)).toBe(0);
  });

  it('that is empty fits everything alike', () => {
    expect(matchScore('', 'a')).toBe(1);
    expect(matchScore('  ', 'b')).toBe(1);
  });

  it('never scores above 1', () => {
    expect(matchScore('run', 'Run')).toBeLessThanOrEqual(1);
  });
});

describe('what fits better comes first', () => {
  it('a whole word before its letters in the middle of others', () => {
    expect(best('run', ['Prune trees', 'Run the program'])).toEqual([
      'Run the program',
      'Prune trees',
    ]);
  });

  it('the beginnings of words before letters anywhere', () => {
    expect(best('st', ['Fastest', 'Switch theme', 'Stop'])[0]).toBe('Stop');
  });

  it('a short text before a long one with the same word', () => {
    expect(best('stop', ['Stop and clean up everything', 'Stop'])[0]).toBe('Stop');
  });

  it('a word before the beginnings of several', () => {
    expect(best('line', ['Larger text in editor', 'Go to line'])[0]).toBe('Go to line');
  });

  it('a later place where the word stands whole', () => {
    expect(matchScore('console', 'Copy the console')).toBeGreaterThan(
      matchScore('console', 'Copy on some long page'),
    );
  });
});
