import { expect, test } from 'vitest';
import type { Receipt } from '../agentbay/receipt';
import { messagesOf } from '../messages/load';
import type { ProgramSnippet } from '../snippets/contract';
import { describe } from './describe';

const TEXTS = { locale: 'en', messages: messagesOf('en') } as const;

function receiptOf(stdout: string): Receipt {
  return {
    ranAtMs: 0,
    engine: 'local',
    languageVersion: '3',
    sandbox: 'own',
    events: [{ type: 'stdout', text: stdout }],
    end: {
      success: true,
      exit: { reason: 'exited', code: 0 },
      executionTime: 0.1,
      usage: { cpuTimeS: 0.1, peakMemoryBytes: 1, outputBytes: 1 },
      truncated: false,
    },
    truncated: false,
  };
}

function described(part: Partial<ProgramSnippet>, hidesOutput = false) {
  const snippet = { language: 'python', code: 'x = 1', ...part } as ProgramSnippet;
  return describe(snippet, hidesOutput, TEXTS);
}

test('a program is described by its first comment and by what it printed', () => {
  const code =
    '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n# Counts words\n#   in a text.\nprint(3)';
  expect(described({ code, receipt: receiptOf('3 words\n') })).toBe(
    'Counts words in a text. · Output: 3 words',
  );
  expect(described({ code: '"""Two\n\nlines."""\nx = 1' })).toBe('Two lines.');
  expect(described({ language: 'javascript', code: '/**\n * Sorts.\n * Fast.\n */\nf()' })).toBe(
    'Sorts. Fast.',
  );
  expect(described({ language: 'typescript', code: '// One\n// two\nf()' })).toBe('One two');
});

test('without either it is described by its language', () => {
  expect(described({})).toMatch(/^Python, with the output of a run/);
  expect(described({ receipt: receiptOf('') })).toMatch(/^Python, /);
});

test('what is to be guessed is not told', () => {
  expect(described({ code: '# Add\n1+1', receipt: receiptOf('42\n') }, true)).toBe('Add');
});

test('a description is one short line of plain text, whatever the program printed', () => {
  const hostile = `\u001b[31mred\u001b[0m\u0000\u202eevil\u2066\r\n</script> ${'long '.repeat(500)}`;
  const text = described({ receipt: receiptOf(hostile) });
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.startsWith('Output: ')).toBe(true);
  expect(text.length).toBeLessThan(120);
  expect(described({ code: `# ${'\ud83d\ude00'.repeat(300)}`.slice(0, 202) }).isWellFormed()).toBe(
    true,
  );
});

test('a comment that never ends is read in no time', () => {
  const before = performance.now();
  described({ code: `"""${'#\n'.repeat(100_000)}` });
  described({ language: 'javascript', code: `${'// \n'.repeat(100_000)}` });
  described({ language: 'javascript', code: ' \n'.repeat(100_000) });
  expect(performance.now() - before).toBeLessThan(1000);
});
