/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: they are programs */
import { describe, expect, it } from 'vitest';
import { isInputComplete } from './input-complete';

describe('a Python input', () => {
  it.each([
    '1 + 1',
    '   ',
    'print("a: b")',
    'x = {"a": [1, 2]}',
    'for i in range(3): print(i)',
    'if x:\n    y()\n',
    'if x:\n    y()\n    ',
    'def f():\n    return """a\n    b"""\n\n',
    'foo(\n    1,\n    2)',
    'x = 1 # not open: (',
    'x = "not closed',
    "s = '\\\\'",
    'f(1))',
    'x = 1 + \\\n    2',
    'd = {1: 2}[1:]',
    '# only a comment',
    'x = 1\n# a comment',
    "text = '''one\ntwo'''",
    '"it\'s"',
    'x = 1\n\n',
  ])('runs: %j', (text) => {
    expect(isInputComplete('python', text)).toBe(true);
  });

  it.each([
    'for i in range(3):',
    'for i in range(3):  # three',
    'if x:\n',
    'if x:\n    ',
    'if x:\n    y()',
    'if x:\n    y()\n    # more',
    'def f(a,',
    'x = [',
    'x = {"a": """',
    "text = '''one\ntwo",
    'f"""{x}',
    'x = 1 + \\',
    'x = 1 + \\\n',
    '@decorated',
    '@decorated\n',
    'class A:\n    def f(self):\n        pass',
    '"carried \\',
    'match x:\n    case 1:',
  ])('goes on: %j', (text) => {
    expect(isInputComplete('python', text)).toBe(false);
  });
});

describe('a JavaScript input', () => {
  it.each([
    '1 + 1',
    'x++',
    'const f = () => {\n  return 1;\n}',
    'if (a) b()',
    'if (a) {\n}',
    'do { x() } while (x < 3)',
    'try { x() } catch { y() }',
    '`a ${b + `c ${d}`} e`',
    'x = "not closed',
    "x = '(' // (",
    'x = /[/(]/.test(y)',
    'a / b / (c)',
    'f())',
    '/* a ( */ 1',
    'a.in',
    'function f() {}',
    'class A extends B {}',
    'for (const x of y) z(x)',
    'console.log("é(")',
    'x => x * 2',
    '/=>/',
    'a.class',
    '`${/`/}`',
  ])('runs: %j', (text) => {
    expect(isInputComplete('javascript', text)).toBe(true);
  });

  it.each([
    'const f = () => {',
    'f(1,',
    '[1, 2',
    '`one\ntwo',
    '`a ${b',
    '`a ${b} c',
    '/* a comment',
    '/*/',
    'const x =',
    'const',
    'x => ',
    'a &&',
    'if (a)',
    'for (const x of y)',
    'for await (const x of y)',
    'while (true)',
    'try { x() }',
    'do { x() }',
    'if (a) b(); else',
    'function f()',
    'class A extends B',
    'a.',
    'new',
  ])('goes on: %j', (text) => {
    expect(isInputComplete('javascript', text)).toBe(false);
  });
});

describe('a TypeScript input', () => {
  it.each([
    'let x: Array<number>',
    'x!',
    'interface A { b: string }',
    'type A = Map<string, B<C>>',
  ])('runs: %j', (text) => {
    expect(isInputComplete('typescript', text)).toBe(true);
  });

  it.each([
    'type A =',
    'interface A',
    'function f(a: number): void',
    'let x: Map<string, {',
    'enum E',
  ])('goes on: %j', (text) => {
    expect(isInputComplete('typescript', text)).toBe(false);
  });
});

it('is judged in no time, however long the input', () => {
  const before = performance.now();
  for (const language of ['python', 'javascript'] as const) {
    isInputComplete(language, `x = [${'"a\\\\", ('.repeat(20_000)}`);
    isInputComplete(language, `${'/'.repeat(20_000)}\n${'`${'.repeat(5000)}`);
    isInputComplete(language, `x = /${'[a'.repeat(20_000)}`);
  }
  expect(performance.now() - before).toBeLessThan(5000);
});
