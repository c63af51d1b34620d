import { describe, expect, it } from 'vitest';
import { type CodePart, readDocument } from './document';
import { filesAbove, type KnownContexts, neededBy, planOf } from './run-plan';

const MARKDOWN = `
~~~py setup
s = 1
~~~
~~~py run id=one
one
~~~
~~~js run id=script
script
~~~
~~~csv file=a.csv
first
~~~
~~~py readonly id=two
two
~~~
~~~csv file=a.csv
second
~~~
~~~py run fresh id=three
three
~~~
~~~py run id=four
four
~~~
`;
const parts = readDocument(MARKDOWN).parts.filter((part) => part.kind === 'code');
const part = (id: string) => parts.find((one) => one.id === id) as CodePart;
const ids = (given: CodePart[]) => given.map(({ id }) => id);
const plan = (
  id: string,
  contexts: KnownContexts = new Map(),
  edited: Record<string, string> = {},
) => ids(planOf(parts, part(id), contexts, (one) => edited[one.id] ?? one.code));

describe('before a block', () => {
  it('runs what stands above it in its language, up to where a context begins', () => {
    expect(plan('two')).toEqual(['s1', 'one', 'two']);
    expect(plan('script')).toEqual(['script']);
    expect(plan('three')).toEqual(['three']);
    expect(plan('four')).toEqual(['three', 'four']);
    expect(ids(neededBy(parts, part('four')))).toEqual(['three']);
  });

  it('runs nothing twice, unless it has been changed since', () => {
    const contexts: KnownContexts = new Map([
      [
        'python',
        {
          stretch: 0,
          ran: new Map([
            ['s1', 's = 1'],
            ['one', 'one'],
          ]),
        },
      ],
    ]);
    expect(plan('two', contexts)).toEqual(['two']);
    expect(plan('one', contexts)).toEqual(['one']);
    expect(plan('two', contexts, { one: 'other' })).toEqual(['one', 'two']);
  });

  it('runs all of it where another stretch of the page has the context', () => {
    const contexts: KnownContexts = new Map([
      ['python', { stretch: 1, ran: new Map([['three', 'three']]) }],
    ]);
    expect(plan('two', contexts)).toEqual(['s1', 'one', 'two']);
    expect(plan('four', contexts)).toEqual(['four']);
  });

  it('are the files that stand above it, the nearest of a name', () => {
    expect(filesAbove(parts, part('one'))).toEqual([]);
    expect(filesAbove(parts, part('two'))).toEqual([{ path: 'a.csv', text: 'first\n' }]);
    expect(filesAbove(parts, part('four'))).toEqual([{ path: 'a.csv', text: 'second\n' }]);
  });

  it('is no exercise, which itself needs what stands above it', () => {
    const exercise = { ...part('one'), id: 'exercise:a', code: 'x', isAside: true, isFresh: true };
    const all = parts.flatMap((one) => (one.id === 'one' ? [one, exercise] : [one]));
    expect(neededBy(all, part('two')).map(({ id }) => id)).toEqual(plan('two').slice(0, -1));
    const plain = { ...exercise, isFresh: false };
    const others = all.map((one) => (one === exercise ? plain : one));
    expect(neededBy(others, plain).map(({ id }) => id)).toEqual(['s1', 'one']);
  });
});
