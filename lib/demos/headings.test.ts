import { expect, it } from 'vitest';
import { readDocument } from './document';
import { headingsOf } from './headings';

const idsOf = (markdown: string) => headingsOf(readDocument(markdown).parts).map(({ id }) => id);

it('a heading is called by its words, in any script', () => {
  expect(headingsOf(readDocument('# On the *pier*!\n\n## 第 2 课\n').parts)).toEqual([
    { id: 'on-the-pier', title: 'On the pier!', depth: 1 },
    { id: '第-2-课', title: '第 2 课', depth: 2 },
  ]);
});

it('no two things of a document have the same name', () => {
  expect(
    idsOf('# A\n\n# A\n\n# b1\n\n# Sum\n\n```python run\n1\n```\n```python exercise=sum\n```\n'),
  ).toEqual(['a', 'a-2', 'b1-2', 'sum-2']);
});

it('what has no letters is a section', () => {
  expect(idsOf('# !!\n\n# 3 boats\n\n#\n\n# -\n')).toEqual([
    'section',
    'section-3-boats',
    'section-2',
    'section-3',
  ]);
});
