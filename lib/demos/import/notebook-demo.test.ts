import { describe, expect, it } from 'vitest';
import { notebookToDemo } from './notebook-demo';

const notebook = (cells: object[], metadata: object = {}) =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
const read = (cells: object[], metadata: object = {}) =>
  notebookToDemo(notebook(cells, metadata), { withOutputs: false });
const code = (source: string, rest: object = {}) => ({ cell_type: 'code', source, ...rest });

describe('a notebook as a demo', () => {
  it('its text is text, its cells run, its files are files', () => {
    const { markdown, notes } = read([
      { cell_type: 'markdown', source: ['# Squares\n', '\n', 'Words.'] },
      code('%%writefile data/a.csv\na,b\n'),
      code('print(1)\n'),
      { cell_type: 'raw', source: 'raw' },
      code('  \n'),
    ]);
    expect(markdown).toBe(
      [
        '# Squares\n\nWords.',
        '```text file=data/a.csv\na,b\n```',
        '```python run\nprint(1)\n```',
        '```text\nraw\n```\n',
      ].join('\n\n'),
    );
    expect(notes).toEqual([]);
  });

  it('commands become comments, cells of other languages stay to be read, outputs stay out', () => {
    const { markdown, notes } = read([
      code('%matplotlib inline\nx = 1\n!pip install numpy', { outputs: [{}, {}] }),
      code('%%bash\nls'),
      code('%%javascript\n1 + 1'),
    ]);
    expect(markdown).toContain('# %matplotlib inline\nx = 1\n# !pip install numpy');
    expect(markdown).toContain('```bash\n%%bash\nls\n```');
    expect(markdown).toContain('```javascript run\n1 + 1\n```');
    expect(notes).toEqual([
      { kind: 'commands', count: 2 },
      { kind: 'outputs', count: 2 },
      { kind: 'plain', count: 1 },
    ]);
  });

  it('what its cells have printed can be kept as text, and nothing else of it', () => {
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: ['\u001b[31m1\u001b[0m\n', '2\n'] },
      {
        output_type: 'execute_result',
        data: { 'text/html': '<script>x</script>', 'text/plain': 'ok' },
      },
      { output_type: 'display_data', data: { 'text/html': '<iframe>' } },
    ];
    const json = notebook([code('x', { outputs })]);
    const { markdown, notes } = notebookToDemo(json, { withOutputs: true });
    expect(markdown).toBe('```python run\nx\n```\n\n```text output\n1\n2\nok\n```\n');
    expect(notes).toEqual([{ kind: 'outputs', count: 1 }]);
  });

  it('its own pictures come along, others do not', () => {
    const attachments = {
      'a.png': { 'image/png': 'iVBO\nRw0K' },
      'b.svg': { 'image/svg+xml': 'x' },
    };
    const source = '![a](attachment:a.png) ![b](attachment:b.svg) ![c](attachment:toString)';
    const { markdown, notes } = read([{ cell_type: 'markdown', source, attachments }]);
    expect(markdown).toBe('![a](data:image/png;base64,iVBORw0K) ![b]() ![c]()\n');
    expect(notes).toEqual([{ kind: 'images', count: 2 }]);
  });

  it('code that holds fences stays one block, and a language is no way out of its fence', () => {
    const { markdown } = read([code('print("```")')]);
    expect(markdown).toBe('````python run\nprint("```")\n````\n');
    const other = read([code('x')], { language_info: { name: 'julia`\n# Hi' } });
    expect(other.markdown).toBe('```text\nx\n```\n');
    expect(read([code('x')], { kernelspec: { language: 'Julia' } }).markdown).toContain('```julia');
    expect(read([code('x')], { kernelspec: { language: 'R' } }).markdown).toContain('```r run');
  });

  it.each(['', '{', '[]', '{"cells":1}', '{"cells":[{"cell_type":1}]}', 'null', '['.repeat(1e5)])(
    'what is none is refused',
    (text) => {
      expect(() => notebookToDemo(text, { withOutputs: true })).toThrow(
        expect.objectContaining({ reason: 'notebook_damaged' }),
      );
    },
  );

  it('a million cells are refused, a large one is read at once', () => {
    const many = notebook(Array.from({ length: 5000 }, () => code('1')));
    expect(() => notebookToDemo(many, { withOutputs: false })).toThrow();
    const large = notebook(Array.from({ length: 1000 }, () => code('x = 1\n'.repeat(500))));
    expect(notebookToDemo(large, { withOutputs: false }).markdown.length).toBeGreaterThan(3e6);
  });
});
