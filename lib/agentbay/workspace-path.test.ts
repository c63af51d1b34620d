import { expect, test } from 'vitest';
import type { AppError } from '@/lib/errors';
import { checkWorkspacePath, workspacePathProblem } from './workspace-path';

test.each([
  'helper.py',
  'data/2026/räume.csv',
  '.env',
  '...',
  'a b (1).txt',
  '数据.csv',
  '😀.txt',
  'Main.py',
  'src/main.py',
  '__proto__',
  'constructor/prototype.js',
  '<img src=x onerror=alert(1)>.html',
  'con%2e%2e',
  '-rf',
  // These turn the direction of text; the page isolates names.
  'invoice\u202Efdp.exe',
  '\u200F\u2066x\u2069.txt',
  'a/b/c/d/e/f/g/h',
  'x'.repeat(100),
  `${'x'.repeat(100)}/${'y'.repeat(99)}`,
])('%j can be taken', (path) => {
  expect(workspacePathProblem(path)).toBeUndefined();
  expect(checkWorkspacePath(path)).toBe(path);
});

test.each([
  ['', 'empty'],
  ['\uD800.txt', 'not_unicode'],
  ['a/\uDC00', 'not_unicode'],
  ['a\0b', 'control'],
  ['a\nb', 'control'],
  ['\u001B[31mred', 'control'],
  ['a\u007F', 'control'],
  ['a\u0085b', 'control'],
  ['a\u2028b', 'control'],
  ['a\\b', 'backslash'],
  ['..\\..\\secret', 'backslash'],
  ['C:\\secret', 'backslash'],
  ['/etc/passwd', 'absolute'],
  ['//host/share', 'absolute'],
  ['a//b', 'empty_part'],
  ['a/', 'empty_part'],
  ['.', 'dots'],
  ['..', 'dots'],
  ['a/../../etc/passwd', 'dots'],
  ['./main.py', 'dots'],
  ['a/./b', 'dots'],
  ['a/b/c/d/e/f/g/h/i', 'too_deep'],
  ['x'.repeat(101), 'part_too_long'],
  [`a/${'ä'.repeat(51)}`, 'part_too_long'],
  [`${'x'.repeat(100)}/${'y'.repeat(100)}`, 'too_long'],
  [`${'ä'.repeat(50)}/${'ä'.repeat(50)}`, 'too_long'],
  ['a/'.repeat(100_000), 'too_long'],
  ['main.py', 'reserved'],
  ['main.js', 'reserved'],
  ['main.ts', 'reserved'],
])('%j is refused: %s', (path, problem) => {
  expect(workspacePathProblem(path)).toBe(problem);
});

test.each([undefined, null, 7, {}, ['a'], Object('a.txt')])('%j is no path', (path) => {
  expect(() => checkWorkspacePath(path)).toThrow(/^path: expected a string, got /);
});

test('the refusal names the field, what was expected and what came', () => {
  try {
    checkWorkspacePath('a/../b', 'files[2].path');
    expect.unreachable();
  } catch (error) {
    const { code, field, message } = error as AppError;
    expect([code, field]).toEqual(['bad_request', 'files[2].path']);
    expect(message).toBe('files[2].path: expected no part . or .., got "a/../b".');
  }
});
