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
      'setup s1',
      'run square',
      'plain',
      'run b1',
      'file f1',
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

  it('has a block of every name once, and of none that every object has', () => {
    const ids = ['same', 'same', 'b7', 'constructor', 'x y', '__proto__', 's1', 'ok-1'];
    const { parts } = readDocument(ids.map((id) => `~~~js run id="${id}"\n1\n~~~`).join('\n\n'));
    expect(parts.map((part) => (part.kind === 'code' ? part.id : ''))).toEqual([
      ...['same', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'ok-1'],
    ]);
  });

  it('is called by the text of its first heading', () => {
    const titled = (markdown: string) => readDocument(markdown).title;
    expect(titled('text\n\nUsing `a` *and* [b](c)\n===\n\n# Other')).toBe('Using a and b');
    expect(titled('#\n\n## <b>two</b> ![three](x)')).toBe('two three');
    expect(titled('~~~\n# code\n~~~')).toBe('');
  });

  it('is any text', () => {
    expect(readDocument('').parts).toEqual([]);
    expect(readDocument('```python run').parts).toMatchObject([{ kind: 'code', code: '' }]);
    expect(readDocument('- a\n\n  ```python run\n  1\n  ```').parts).toMatchObject([
      { kind: 'text' },
    ]);
  });
});
