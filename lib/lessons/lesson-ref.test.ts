import { expect, it } from 'vitest';
import { askedLanguage, lessonRef, pathOfRef, readLessonRef } from './lesson-ref';

it.each([
  ['learn/python/first-steps', 'python/first-steps', undefined],
  ['learn/zh/python/first-steps', 'python/first-steps', 'zh'],
  // A group that is called like a language.
  ['learn/zh/python', 'zh/python', undefined],
  ['learn/und/课/一', '课/一', 'und'],
])('%s names a lesson, and a language of it', (ref, slug, language) => {
  expect(readLessonRef(ref)).toEqual({ slug, language });
  expect(lessonRef({ slug, language })).toBe(ref);
});

it.each(['d/abc', 'learn/python', 'learn/', 'learn/1/python/a', 'learn/zh/a/b/c', 'learn/zh//b'])(
  '%s names none',
  (ref) => {
    expect(readLessonRef(ref)).toBeUndefined();
  },
);

it('a document is read where its ref says, in the language that it says', () => {
  expect(pathOfRef('d/abc')).toBe('/d/abc');
  expect(pathOfRef('learn/python/loops')).toBe('/learn/python/loops');
  expect(pathOfRef('learn/zh/python/loops')).toBe('/learn/python/loops?lang=zh');
  expect(pathOfRef('learn/zh/python/loops', '.md')).toBe('/learn/python/loops.md?lang=zh');
});

it.each([
  ['zh', 'zh'],
  ['ZH-Hans', 'zh'],
  ['', undefined],
  ['z', undefined],
  ['zh"', undefined],
  ['../x', undefined],
  [['zh'], undefined],
  [undefined, undefined],
  ['a'.repeat(50), undefined],
])('?lang=%s asks for %s', (value, language) => {
  expect(askedLanguage(value)).toBe(language);
});
