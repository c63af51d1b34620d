import { describe, expect, it } from 'vitest';
import { readChecks } from './checks';

const kinds = (text: string, language: 'python' | 'javascript' = 'python') =>
  readChecks(text, language, 1).map((check) =>
    check.kind === 'run' ? 'run' : `${check.kind} ${check.call}`,
  );

describe('a visible check', () => {
  it.each([
    ['assert double(2) == 4', ['value double(2)']],
    ['assert 4 == double(2), "twice"', ['value double(2)']],
    ['assert f("a == b, c") == "x"', ['value f("a == b, c")']],
    ['assert is_even(2)', ['truth is_even(2)']],
    ['assert not is_even(3)', ['truth is_even(3)']],
    ['assert find([], 1) is None', ['value find([], 1)']],
    ['assert f(1) == 1 and f(2) == 2', ['value f(1)', 'value f(2)']],
    ['assert f(1) == g(1)', ['run']],
    ['assert f(1) < 2', ['run']],
    ['assert f(1) == 1 or f(1) == 2', ['run']],
    ['assert 1 in f(1)', ['run']],
    ['assert f(1) is not None', ['run']],
    ['assert f(1) != 2', ['run']],
    ['assert (f(1) ==\n  2)', ['truth (f(1) ==\n  2)']],
    ['items = [2, 1]\nsort(items)\nassert items == [1, 2]', ['run', 'run', 'value items']],
    ['for n in range(3):\n    assert f(n) == n\n\n# end\nassert f(3) == 3', ['run', 'value f(3)']],
    ['try:\n    f(0)\nexcept ValueError:\n    pass', ['run']],
  ])('of Python: %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ['assert.equal(double(2), 4);', ['value double(2)']],
    ["assert.deepStrictEqual(split('a,b'), ['a', 'b'], 'parts');", ["value split('a,b')"]],
    ['console.assert(double(2) === 4, "no")', ['value double(2)']],
    ['assert(isEven(2) && !isEven(3))', ['truth isEven(2)', 'truth isEven(3)']],
    ['assert.equal(f(1), g(1))', ['run']],
    ['assert.throws(() => f())', ['run']],
    ['const a = f();\nassert.equal(a.b, 1); // one', ['run', 'run']],
    ['assert.equal(f(1), 1), assert.equal(f(2), 2)', ['run']],
  ])('of JavaScript: %j', (text, expected) => {
    expect(kinds(text, 'javascript')).toEqual(expected);
  });

  it('knows its line', () => {
    expect(readChecks('\nassert f(1) == 1\n\nassert f(2) == 2', 'python', 5)).toMatchObject([
      { line: 6, source: 'assert f(1) == 1' },
      { line: 8 },
    ]);
  });
});
