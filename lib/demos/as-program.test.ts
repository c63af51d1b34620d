import { expect, it } from 'vitest';
import type { Receipt } from '../agentbay/receipt';
import type { DemoSnippet } from '../snippets/contract';
import { asProgram } from './as-program';

const RECEIPT = { ranAtMs: 1 } as Receipt;

const demo = (markdown: string): DemoSnippet => ({
  kind: 'demo',
  id: '2222222222222222',
  title: '',
  visibility: 'unlisted',
  createdAtMs: 0,
  latestRevision: 1,
  version: 1,
  revision: 1,
  revisedAtMs: 0,
  history: [],
  markdown,
  receipt: { b1: RECEIPT },
});

const BLOCK = (words: string) =>
  `# Title\n\n\`\`\`python setup\nn = 1\n\`\`\`\n\n~~~js setup\nlet m;\n~~~\n\n~~~csv file=a.csv\nx\n~~~\n\n~~~py ${words} timeout=5\nprint(n)\n~~~\n\n~~~text input\nAda\n~~~\n`;

it('in a picture a demo is its first block with what that needs', () => {
  expect(asProgram(demo(BLOCK('run')))).toMatchObject({
    kind: 'program',
    title: 'Title',
    language: 'python',
    code: 'n = 1\n\nprint(n)',
    files: [{ path: 'a.csv', text: 'x\n' }],
    stdin: 'Ada\n',
    timeoutS: 5,
    receipt: RECEIPT,
  });
  expect(asProgram(demo(BLOCK('run fresh'))).code).toBe('print(n)');
});

it('what a block gives that is to be guessed is not in it, nor what only the author has', () => {
  expect(asProgram(demo(BLOCK('run predict')))).not.toHaveProperty('receipt');
  const { code } = asProgram(demo('Only *text*.\n\n~~~text cases=a\nsecret\n~~~\n'));
  expect(code).toBe('# Only *text*.');
});
