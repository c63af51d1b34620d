import { expect, it } from 'vitest';
import { syntaxErrorOf } from './syntax-error';

/** As the engine's own runs of these programs told them. */
it.each([
  [
    'python' as const,
    'if 1:\n    print("a\n',
    {
      name: 'SyntaxError',
      line: 2,
      column: 11,
      endLine: 2,
      endColumn: 12,
      message: 'unterminated string literal (detected at line 2)',
    },
    '  File "/workspace/main.py", line 2\n    print("a\n          ^\nSyntaxError: unterminated string literal (detected at line 2)\n',
  ],
  [
    'python' as const,
    'if x:\nprint(1)',
    {
      name: 'IndentationError',
      line: 2,
      column: 1,
      endLine: 2,
      endColumn: 6,
      message: "expected an indented block after 'if' statement on line 1",
    },
    '  File "/workspace/main.py", line 2\n    print(1)\n    ^^^^^\nIndentationError: expected an indented block after \'if\' statement on line 1\n',
  ],
  [
    'javascript' as const,
    'let a = 1;\nconst = 1',
    {
      name: 'SyntaxError',
      line: 2,
      column: 7,
      endLine: 2,
      endColumn: 8,
      message: "Unexpected token '='",
    },
    "/workspace/main.js:2\nconst = 1\n      ^\n\nSyntaxError: Unexpected token '='",
  ],
])('a syntax error of %s reads as in a run: %j', (language, code, problem, traceback) => {
  const error = syntaxErrorOf({ ...problem, severity: 'error' }, code, language);
  expect(error.traceback).toBe(traceback);
  expect(error).toMatchObject({ name: problem.name, value: problem.message, line: problem.line });
});
