import { describe, expect, test } from 'vitest';
import { readDocument } from './document';
import { slidesOf } from './slides';

const slides = (markdown: string) =>
  slidesOf(readDocument(markdown)).map(({ title, isContinued, parts, notes }) => [
    isContinued ? `(${title})` : title,
    parts.map((part) => (part.kind === 'text' ? part.markdown.trim() : part.kind)),
    notes,
  ]);

describe('slides', () => {
  test('begin with a heading and end with a block that is run', () => {
    expect(
      slides(
        '# Loops\nHello\n\n## While\nA\n```python run\n1\n```\nB\n```python run\n2\n```\n\n## For\nC',
      ),
    ).toEqual([
      ['Loops', ['# Loops\nHello'], []],
      ['While', ['## While\nA', 'code'], []],
      ['(While)', ['B', 'code'], []],
      ['For', ['## For\nC'], []],
    ]);
  });

  test('keep code to read and files with what they belong to', () => {
    expect(
      slides('# A\n```python\nx\n```\n```python file=a.py\n1\n```\n```python run\n1\n```'),
    ).toEqual([['A', ['# A', 'plain', 'code', 'code'], []]]);
  });

  test('do not show what is only run before, and give the speaker his notes', () => {
    expect(
      slides(
        '```python setup\n1\n```\n# A\n\n```text note\nSlowly!\n```\n```python run\n1\n```\n```text note\nAnd now?\n```\n# B',
      ),
    ).toEqual([
      ['A', ['# A', 'code'], ['Slowly!', 'And now?']],
      ['B', ['# B'], []],
    ]);
  });

  test('a rule begins one, a heading in code or in a quote does not', () => {
    expect(slides('# A\none\n\n---\n\ntwo\n\n> # no\n\n    # no\n\n#### small')).toEqual([
      ['A', ['# A\none'], []],
      ['(A)', ['two\n\n> # no\n\n    # no\n\n#### small'], []],
    ]);
  });

  test('are the same with and without what readers may not see', () => {
    const withNotes =
      '# A\n```text note\nx\n```\ntext\n```text note\ny\n```\n```python run\n1\n```\n# B';
    const without = withNotes.replace(/```text note\n.\n```\n/g, '');
    const shape = (markdown: string) => slidesOf(readDocument(markdown)).map(({ title }) => title);
    expect(shape(withNotes)).toEqual(shape(without));
  });

  test('an empty document has one', () => {
    expect(slides('')).toEqual([['', [], []]]);
  });
});
