import { describe, expect, it } from 'vitest';
import { describeLesson } from './describe-lesson';
import { findLessons } from './find-lessons';

const lesson = (slug: string, markdown: string) => ({
  slug,
  ...describeLesson(markdown, {}, slug),
});
const groups = [
  {
    ...{ id: 'python', title: 'Python', summary: '', lang: undefined },
    lessons: [
      lesson('python/first', '# First steps\n\nPrint words.\n\n## Ask\n\n`input()` waits.'),
      lesson('python/loops', '# Decisions and loops\n\nAgain.\n\n## As long as\n\n`while` asks.'),
    ],
  },
  {
    ...{ id: 'js', title: 'JavaScript', summary: '', lang: undefined },
    lessons: [lesson('js/first', '# First steps\n\nShow words.\n\n## Calculate\n')],
  },
];
const found = (query: string) =>
  findLessons(groups, query).flatMap(({ lessons }) => lessons.map(({ slug }) => slug));

describe('lessons', () => {
  it('are all there without a query', () => {
    expect(found(' ')).toEqual(['python/first', 'python/loops', 'js/first']);
  });

  it.each([
    ['loops', ['python/loops']],
    ['FIRST', ['python/first', 'js/first']],
    ['first javascript', ['js/first']],
    ['while', ['python/loops']],
    ['input', ['python/first']],
    ['calculate', ['js/first']],
    ['print', ['python/first']],
    ['zebra', []],
    ['first zebra', []],
  ])('are found by %s', (query, slugs) => {
    expect(found(query)).toEqual(slugs);
  });

  it('keep their number, and say which part fits', () => {
    const [python] = findLessons(groups, 'as long');
    expect(python?.lessons).toMatchObject([
      { slug: 'python/loops', number: 2, section: { id: 'as-long-as', title: 'As long as' } },
    ]);
    expect(findLessons(groups, 'loops')[0]?.lessons[0]?.section).toBeUndefined();
  });

  it('are looked for with as much as anybody would write', () => {
    expect(found('x '.repeat(100_000))).toEqual([]);
  });
});
