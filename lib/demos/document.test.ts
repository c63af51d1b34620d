import { describe, expect, it } from 'vitest';
import { readDocument } from './document';
import { publicMarkdown } from './public-demo';

const SOURCE = `# Squares

Some text.

\`\`\`python setup
n = 3
\`\`\`

\`\`\`python run id=square timeout=20
print(n * n, input())
\`\`\`

\`\`\`text input
Ada
\`\`\`

~~~python
just = 'to read'
~~~

\`\`\`python run fresh predict
print(1)
\`\`\`

\`\`\`csv file=data.csv
a,b
\`\`\`

Write a function.

\`\`\`python exercise=double
def double(n): ...
\`\`\`

\`\`\`text cases=double
double(21) => 42
\`\`\`

\`\`\`text note
Ask who has seen this.
\`\`\`
`;

describe('a demo', () => {
  it('is text, code to read, code to run, files and exercises', () => {
    const { title, parts } = readDocument(SOURCE);
    expect(title).toBe('Squares');
    expect(
      parts.map((part) => (part.kind === 'code' ? `${part.role} ${part.id}` : part.kind)),
    ).toEqual([
      'text',
      'setup b1',
      'run square',
      'plain',
      'run b2',
      'file b3',
      'text',
      'activity',
      'note',
    ]);
    expect(parts[2]).toMatchObject({ stdin: 'Ada\n', timeoutS: 20, isFresh: false, line: 9 });
    expect(parts[4]).toMatchObject({ isFresh: true, isPredicted: true });
    expect(parts[7]).toMatchObject({
      type: 'exercise',
      name: 'double',
      others: [{ role: 'cases' }],
    });
  });

  it('keeps its hidden cases to itself', () => {
    const open = publicMarkdown(SOURCE);
    expect(open).not.toContain('42');
    expect(open).not.toContain('Ask who');
    expect(open).toContain('def double');
    expect(publicMarkdown(open)).toBe(open);
  });

  it('is any text', () => {
    expect(readDocument('').parts).toEqual([]);
    expect(readDocument('```python run').parts).toMatchObject([{ kind: 'code', code: '' }]);
    expect(readDocument('- a\n\n  ```python run\n  1\n  ```').parts).toMatchObject([
      { kind: 'text' },
    ]);
  });
});
