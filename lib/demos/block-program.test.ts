import { expect, test } from 'vitest';
import { programOfBlock } from './block-program';
import { type CodePart, readDocument } from './document';

const MARKDOWN = `
\`\`\`python setup
a = 1
\`\`\`

\`\`\`python file=tools.py
x = 1
\`\`\`

\`\`\`python run
b = 2
c = 3
\`\`\`

\`\`\`javascript run
let other;
\`\`\`

\`\`\`python run timeout=5 id=last
print(a, b)
\`\`\`

\`\`\`python run fresh id=fresh
print(1)
\`\`\`
`;
const PARTS = readDocument(MARKDOWN).parts.filter((part): part is CodePart => part.kind === 'code');
const asWritten = ({ code }: CodePart) => code;

test('a block as a program comes after what it needs, with the files above it', () => {
  expect(programOfBlock(PARTS, 'last', asWritten)).toEqual({
    language: 'python',
    code: 'a = 1\nb = 2\nc = 3\nprint(a, b)',
    firstLine: 4,
    files: [{ path: 'tools.py', text: 'x = 1\n' }],
    timeoutS: 5,
  });
});

test('a block that is fresh needs nothing; one that is not there is no program', () => {
  expect(programOfBlock(PARTS, 'fresh', asWritten)).toMatchObject({
    code: 'print(1)',
    firstLine: 1,
  });
  expect(programOfBlock(PARTS, 'none', asWritten)).toBeUndefined();
});

test('what the reader has written counts', () => {
  const code = programOfBlock(PARTS, 'last', ({ id }) => `# ${id}`)?.code;
  expect(code?.split('\n').at(-1)).toBe('# last');
});
