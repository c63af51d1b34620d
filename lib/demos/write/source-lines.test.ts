import { expect, it } from 'vitest';
import { readDocument } from '../document';
import { publicMarkdown } from '../public-demo';
import { blockAt, sourceLines } from './source-lines';

const SOURCE = `# Title

\`\`\`text note
Speak
slowly.
\`\`\`

Text.

\`\`\`python run
1
\`\`\`

Task.

\`\`\`python exercise=a
x
\`\`\`

\`\`\`text cases=a
a(1) => 1
\`\`\`

End.

\`\`\`python run
2
\`\`\`
`;

it('what readers see has its lines of the source, whatever was left out above it', () => {
  const source = readDocument(SOURCE);
  const shown = readDocument(publicMarkdown(SOURCE));
  const lines = SOURCE.split('\n');
  const found = sourceLines(source, shown).map((line, at) => [
    shown.parts[at]?.kind,
    lines[line - 1],
  ]);
  expect(found).toEqual([
    ['text', '# Title'],
    ['code', '```python run'],
    ['text', 'Task.'],
    ['activity', '```python exercise=a'],
    ['text', 'End.'],
    ['code', '```python run'],
  ]);
});

it('Run in the source runs the block at the cursor, else that above it', () => {
  const source = readDocument(SOURCE);
  expect([1, 11, 14, 27, 99].map((line) => blockAt(source, line))).toEqual([
    'b1',
    'b1',
    'b1',
    'b2',
    'b2',
  ]);
});
