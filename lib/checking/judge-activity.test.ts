import { describe, expect, it } from 'vitest';
import { readActivity } from '@/lib/demos/activities';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { judgeChoice, judgeGaps, judgeOrder } from './judge-activity';

function read(markdown: string) {
  const [part] = readDocument(markdown).parts;
  if (part?.kind !== 'activity') throw new Error('no activity');
  const { activity, problems } = readActivity(part);
  expect(problems).toEqual([]);
  return activity;
}

function one<T extends string>(type: T, markdown: string) {
  const activity = read(markdown);
  if (activity?.type !== type) throw new Error('of another kind');
  return activity as Extract<NonNullable<ReturnType<typeof read>>, { type: T }>;
}

describe('lines in order', () => {
  const text = '```python order=a\nfor i in x:\n    a()\n    a()\nb()\n```\n';
  const order = one('order', text);

  it('are right in the order in which they were written, whichever of two alike comes first', () => {
    expect(judgeOrder(order, ['for i in x:', '    a()', '    a()', 'b()'])).toMatchObject({
      passed: true,
      rightLines: 4,
    });
  });

  it('say how many from the first on are right', () => {
    expect(judgeOrder(order, ['for i in x:', '    a()', 'b()', '    a()'])).toMatchObject({
      passed: false,
      rightLines: 2,
    });
    expect(judgeOrder(order, []).passed).toBe(false);
    expect(judgeOrder(order, [...order.lines, 'c()'])).toMatchObject({ passed: false });
  });

  it('may be asked for with their indentation, however wide', () => {
    const asked = one('order', text.replace('order=a', 'order=a indent'));
    expect(judgeOrder(asked, ['for i in x:', '  a()', '  a()', 'b()']).passed).toBe(true);
    expect(judgeOrder(asked, ['for i in x:', 'a()', 'a()', 'b()'])).toEqual({
      type: 'order',
      passed: false,
      rightLines: 4,
      isIndentWrong: true,
    });
  });

  it('are not given in order to readers', () => {
    const shown = one('order', publicMarkdown(text));
    expect(judgeOrder(order, shown.lines).passed).toBe(false);
    expect([...shown.lines].sort()).toEqual([...order.lines].sort());
  });
});

describe('gaps', () => {
  const text =
    '```python gaps=a\nfor i in {{range(3)}}:\n    print({{i + 1|1 + i}}, {{"a  b"}})\n```\n';
  const gaps = one('gaps', text);

  it('take each of their answers, with blanks where they mean nothing', () => {
    expect(judgeGaps(gaps, ['range( 3 )', '1+i', '"a  b"'])).toEqual({
      type: 'gaps',
      passed: true,
      right: [true, true, true],
    });
    expect(judgeGaps(gaps, ['range(3)', 'i+2', '"a b"']).right).toEqual([true, false, false]);
    expect(judgeGaps(gaps, []).passed).toBe(false);
  });

  it('have as many fields for readers, without their answers', () => {
    const shown = one('gaps', publicMarkdown(text));
    expect(shown.code).toEqual(gaps.code);
    expect(
      judgeGaps(
        gaps,
        shown.answers.map(([number = '']) => number),
      ).passed,
    ).toBe(false);
  });
});

describe('a choice', () => {
  const text = '```text choice=a\nWhich?\n- [x] one: yes\n- [ ] two: no\n- [x] three\n```\n';
  const choice = one('choice', text);

  it('is right with all that are right and no other', () => {
    expect(judgeChoice(choice, [0, 2])).toEqual({
      type: 'choice',
      passed: true,
      whys: [
        { option: 0, why: 'yes' },
        { option: 1, why: 'no' },
      ],
      rightChosen: 2,
      missing: 0,
    });
    expect(judgeChoice(choice, [0, 1])).toMatchObject({
      passed: false,
      whys: [
        { option: 0, why: 'yes' },
        { option: 1, why: 'no' },
      ],
      rightChosen: 1,
      missing: 1,
    });
    expect(judgeChoice(choice, [1]).whys).toEqual([{ option: 1, why: 'no' }]);
    expect(judgeChoice(choice, [0, 1, 2]).passed).toBe(false);
  });

  it('is shown with its options alone', () => {
    const shown = one('choice', publicMarkdown(text));
    expect(shown.takesSeveral).toBe(true);
    expect(shown.options).toEqual(
      ['one', 'two', 'three'].map((text_) => ({ text: text_, isRight: false, why: '' })),
    );
  });
});
