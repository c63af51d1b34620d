import { describe, expect, it } from 'vitest';
import { type CallCase, type InputCase, readCases } from './cases';

const calls = (text: string, options = {}, language: 'python' | 'javascript' = 'python') =>
  readCases(text, options, language, 10);

describe('cases of calls', () => {
  it('are a call, an arrow and the value', () => {
    const { cases, problems } = calls('double(3) => 6\n\nname( "=>" ) => "a => b"');
    expect(problems).toEqual([]);
    expect(cases).toMatchObject([
      { call: 'double(3)', expected: { value: { t: 'number', v: '6' } }, line: 10 },
      { call: 'name( "=>" )', expected: { value: { t: 'text', v: 'a => b' } }, line: 12 },
    ]);
  });

  it('may have a label for the learner and notes of the teacher', () => {
    const { cases } = calls('# my own\nlabel: below zero\ndouble(-2) => -4\ndouble(0) => 0');
    expect(cases.map(({ label }) => label)).toEqual(['below zero', undefined]);
  });

  it('may go over several lines', () => {
    const { cases, problems } = calls('total([\n  1,\n  2,\n]) => 3');
    expect(problems).toEqual([]);
    expect((cases[0] as CallCase).call).toBe('total([\n  1,\n  2,\n])');
  });

  it('keep the arrow functions of JavaScript', () => {
    const { cases } = calls('apply((x) => x + 1, 2) => 3', {}, 'javascript');
    expect((cases[0] as CallCase).call).toBe('apply((x) => x + 1, 2)');
  });

  it('may expect an error, or what is shown', () => {
    const { cases } = calls('f(0) => raises ZeroDivisionError\np() => Point(1, 2)');
    expect((cases as CallCase[]).map(({ expected }) => expected)).toEqual([
      { kind: 'error', name: 'ZeroDivisionError', text: 'raises ZeroDivisionError' },
      { kind: 'shown', text: 'Point(1, 2)' },
    ]);
  });

  it.each([
    ['double(3) = 6', 'noArrow'],
    ['=> 6', 'noCall'],
    ['double(3) =>', 'noValue'],
    ['greet() => Hello Ada', 'noValue'],
    ['double((3) => 6', 'notClosed'],
    ['', 'noCases'],
  ])('say what is wrong with %j', (text, code) => {
    expect(calls(text).problems).toMatchObject([{ code, line: 10 }]);
  });

  it('are compared as the fence says', () => {
    expect(calls('f() => 1').cases[0]?.how).toEqual({ compare: 'exact', tolerance: 0 });
    expect(calls('f() => 1', { tolerance: '0.1' }).cases[0]?.how).toEqual({
      compare: 'number',
      tolerance: 0.1,
    });
    expect(calls('f() => 1', { compare: 'same' }).problems).toMatchObject([
      { code: 'badCompare', came: 'same', line: 9 },
    ]);
    expect(calls('f() => 1', { tolerance: 'little' }).problems[0]?.code).toBe('badTolerance');
    expect(calls('f() => "("', { compare: 'pattern' }).problems[0]?.code).toBe('badPattern');
  });
});

describe('cases of input and output', () => {
  it('are blocks of lines, or one line each', () => {
    const text = 'label: two numbers\ninput:\n3\n4\noutput:\nsum\n\n7\n---\ninput: 5\noutput: 25\n';
    const { cases, problems } = calls(text);
    expect(problems).toEqual([]);
    expect(cases).toMatchObject([
      { label: 'two numbers', input: '3\n4\n', output: 'sum\n\n7', line: 11 },
      { input: '5\n', output: '25', line: 19 },
    ]);
  });

  it('need no separator and no input', () => {
    const { cases } = calls('output: hello\ninput: x\noutput: y');
    expect((cases as InputCase[]).map(({ input, output }) => [input, output])).toEqual([
      ['', 'hello'],
      ['x\n', 'y'],
    ]);
  });

  it('say where an output is missing, and what belongs to no case', () => {
    expect(calls('hello\ninput: 1\n').problems).toMatchObject([
      { code: 'outsideCase', line: 10, came: 'hello' },
      { code: 'noOutput', line: 11, came: '1' },
    ]);
  });

  it('are compared without what cannot be seen at the ends of lines', () => {
    expect(calls('output: 1').cases[0]?.how.compare).toBe('trimmed');
  });
});
