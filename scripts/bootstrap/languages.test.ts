import { expect, it } from 'vitest';
import { askedLanguages, everyLanguage, missingLanguages } from './languages.mjs';

it('what RUNBAY_LANGUAGES asks for is brought, and nothing where it does not', () => {
  expect(askedLanguages('R')).toEqual([
    expect.objectContaining({
      id: 'r',
      packages: expect.objectContaining({ 'apt-get': expect.arrayContaining(['r-base-core']) }),
    }),
  ]);
  expect(askedLanguages('')).toEqual([]);
  const nothing = () => false;
  expect(missingLanguages(askedLanguages('javascript,typescript'), nothing)).toEqual([]);
  expect(askedLanguages('../r,cobol')).toEqual([]);
});

it('a language is there when one of each of the places it needs is', () => {
  const language = { id: 'x', why: '', needs: [['/a'], ['/b', '/c']], packages: {} };
  expect(missingLanguages([language], (path) => path === '/a' || path === '/c')).toEqual([]);
  expect(missingLanguages([language], (path) => path === '/b')).toEqual([language]);
});

it('the tests want every language that has a folder', () => {
  const ids = everyLanguage().map(({ id }) => id);
  expect(ids.toSorted()).toEqual(['java', 'javascript', 'python', 'r', 'typescript']);
});
