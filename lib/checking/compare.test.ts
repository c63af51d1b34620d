import { describe, expect, it } from 'vitest';
import type { Comparison, HowToCompare } from './cases';
import { differenceOf, outputDifference } from './compare';
import { readLiteral } from './read-literal';
import type { Value } from './value';

const how = (compare: Comparison, tolerance = 0): HowToCompare => ({ compare, tolerance });

function literal(text: string, notation: 'python' | 'javascript' = 'python'): Value {
  const value = readLiteral(text, notation);
  if (!value) throw new Error(`${text} is no literal`);
  return value;
}

function differs(came: string, expected: string, compare = how('exact')) {
  return differenceOf(
    literal(came),
    { kind: 'value', value: literal(expected), text: expected },
    compare,
  );
}

describe('a value', () => {
  it.each([
    ['6', '6'],
    ['6.0', '6'],
    ['1e3', '1000'],
    ['-0.0', '0'],
    ['float("nan")', 'nan'],
    ['-inf', '-float("inf")'],
    ['[1, [2, (3,)]]', '[1, [2, (3,)]]'],
    ['{"b": 2, "a": [1.0]}', '{"a": [1], "b": 2}'],
    ['{3, 1, 2}', '{1, 2, 3}'],
    ['{(1, 2): {3}}', '{(1, 2): {3}}'],
    ['"a\\n"', '"""a\n"""'],
    [`1${'0'.repeat(400)}`, `1${'0'.repeat(400)}`],
  ])('%s is right where %s is expected', (came, expected) => {
    expect(differs(came, expected)).toBeUndefined();
  });

  it.each([
    ['7', '6', 'value'],
    ['"6"', '6', 'kind'],
    ['True', '1', 'kind'],
    ['None', '6', 'nothing'],
    ['6', 'None', 'value'],
    ['(1, 2)', '[1, 2]', 'kind'],
    ['[1, 2, 3]', '[1, 2]', 'value'],
    ['[2, 1]', '[1, 2]', 'order'],
    ['"Hello "', '"Hello"', 'spaces'],
    ['"hello"', '"Hello"', 'capitals'],
    ['{1, 2}', '{1, 3}', 'value'],
    ['{"a": 1}', '{"a": 1, "b": 2}', 'value'],
    ['0', '-0.0', 'value'],
    [`${2n ** 64n}`, `${2n ** 64n + 1n}`, 'value'],
    ['0.30000000000000004', '0.3', 'value'],
  ])('%s is not right where %s is expected: %s', (came, expected, difference) => {
    expect(differs(came, expected)).toBe(difference);
  });

  it('may be off by its tolerance, absolutely or as a part of it', () => {
    expect(differs('[0.30000000000000004]', '[0.3]', how('number', 1e-6))).toBeUndefined();
    expect(differs('1000000.5', '1000000', how('number', 1e-6))).toBeUndefined();
    expect(differs('0.31', '0.3', how('number', 1e-6))).toBe('value');
    expect(differs('nan', '0.3', how('number', 1))).toBe('value');
    expect(differs('inf', '1', how('number', 1e9))).toBe('value');
    expect(differs('{0.1, 2}', '{2, 0.10000001}', how('number', 1e-6))).toBeUndefined();
  });

  it('may come in another order, and as often', () => {
    expect(differs('[2, 1, [4, 3]]', '[1, 2, [3, 4]]', how('unordered'))).toBeUndefined();
    expect(differs('[2, 1, 1]', '[1, 2, 2]', how('unordered'))).toBe('value');
  });

  it('of JavaScript is read in its notation', () => {
    const value = literal(
      "{ a: [1, null], 'b-c': undefined, d: new Map([[1, true]]), e: 2n }",
      'javascript',
    );
    expect(value.t).toBe('dict');
    expect(differenceOf(value, { kind: 'value', value, text: '' }, how('exact'))).toBeUndefined();
    expect(literal('new Set([1])', 'javascript')).toEqual({
      t: 'set',
      v: [{ t: 'number', v: '1' }],
    });
  });

  it('that is a cycle, or was cut, is right nowhere', () => {
    for (const came of [
      { t: 'cycle' },
      { t: 'cut' },
      { t: 'list', v: [{ t: 'cut' }] },
    ] as Value[]) {
      const expected = { kind: 'value', value: came, text: '' } as const;
      expect(differenceOf(came, expected, how('exact'))).toBeDefined();
      expect(differenceOf(came, expected, how('unordered'))).toBeDefined();
    }
  });

  it.each(['f"{x}"', 'double(3)', '[1, 2', '1 + 1', 'x', 'rf"x"', '{1: 2, 3}', '', '1 2'])(
    'is not read from %s',
    (text) => {
      expect(readLiteral(text, 'python')).toBeUndefined();
    },
  );

  it('deep or large beyond measure is no literal', () => {
    expect(readLiteral('['.repeat(500) + ']'.repeat(500), 'python')).toBeUndefined();
    expect(readLiteral(`[${'1,'.repeat(20_000)}]`, 'python')).toBeUndefined();
  });
});

describe('an output', () => {
  it.each([
    ['trimmed', '7 \n\n', '7', undefined],
    ['trimmed', '7\r\n8\r\n', '7\n8', undefined],
    ['trimmed', '', '7', 'nothing'],
    ['trimmed', 'a  b', 'a b', 'spaces'],
    ['trimmed', 'HELLO', 'hello', 'capitals'],
    ['trimmed', '2\n1', '1\n2', 'order'],
    ['trimmed', '8', '7', 'value'],
    ['exact', '7\n', '7', undefined],
    ['exact', '7 \n', '7', 'spaces'],
    ['unordered', 'b\na\n', 'a\nb', undefined],
    ['number', 'mean: 0.3333 of 3', 'mean: 0.333333 of 3.0', undefined],
    ['number', 'mean: 0.35 of 3', 'mean: 0.33 of 3', 'value'],
    ['pattern', 'Hello, Ada!', 'Hello, \\w+!', undefined],
    ['pattern', 'Hello, Ada!?', 'Hello, \\w+!', 'value'],
  ] as const)('compared as %s: %j for %j gives %s', (compare, came, expected, difference) => {
    expect(outputDifference(came, expected, how(compare, 1e-3))).toBe(difference);
  });

  it('that keeps a pattern busy is not right, and holds nobody up', () => {
    const began = performance.now();
    expect(outputDifference(`${'a'.repeat(5000)}!`, '(a+)+b', how('pattern'))).toBe('value');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
