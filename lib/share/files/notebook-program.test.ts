import { expect, it } from 'vitest';
import { toNotebook } from '../notebook';
import { readNotebook } from './notebook-program';

const notebook = (cells: object[], metadata: object = {}) =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });

it('cells are joined, Markdown becomes comments, outputs and commands are left out and counted', () => {
  const read = readNotebook(
    notebook([
      { cell_type: 'markdown', source: ['# Title\n', '\n', 'Words'] },
      {
        cell_type: 'code',
        source: '%matplotlib inline\nx = 1\n!pip install numpy\nx',
        outputs: [{ output_type: 'stream' }, { output_type: 'display_data' }],
      },
      { cell_type: 'code', source: '%%bash\nls', outputs: [] },
      { cell_type: 'code', source: 'y = 7 % 2\n' },
      { cell_type: 'raw', source: 'raw' },
    ]),
  );
  expect(read.code).toBe(
    [
      '# %% [markdown]\n# # Title\n#\n# Words\n',
      '# %%\n# %matplotlib inline\nx = 1\n# !pip install numpy\nx\n',
      '# %%\n# %%bash\n# ls\n',
      '# %%\ny = 7 % 2\n',
      '# %% [markdown]\n# raw\n',
    ].join('\n'),
  );
  expect(read.notes).toEqual([
    { kind: 'outputs', count: 2 },
    { kind: 'commands', count: 4 },
  ]);
});

it('what we have written ourselves comes back with its files', () => {
  const files = [
    { path: 'data.csv', text: 'a,b\n1,2\n' },
    { path: 'lib/{odd} "name".txt', text: 'x\r\n"y"\\' },
  ];
  const written = toNotebook({ title: 'T', code: 'print(1)\n', files }, undefined);
  const read = readNotebook(JSON.stringify(written));
  expect(read.files).toEqual(files);
  expect(read.code).toContain('# %%\nprint(1)\n');
  expect(read.notes).toEqual([]);
});

it('a notebook of version 3 is read too', () => {
  const cells = [{ cell_type: 'code', input: ['print(1)'], outputs: [] }];
  expect(readNotebook(JSON.stringify({ worksheets: [{ cells }] })).code).toBe('# %%\nprint(1)\n');
});

it('other languages than ours are refused, ours are not', () => {
  const cells = [{ cell_type: 'code', source: 'let a = 1' }];
  const typed = notebook(cells, { language_info: { name: 'typescript' } });
  expect(readNotebook(typed)).toMatchObject({ language: 'typescript', code: '// %%\nlet a = 1\n' });
  expect(() => readNotebook(notebook(cells, { kernelspec: { language: 'R' } }))).toThrow(
    expect.objectContaining({ reason: 'notebook_language', values: { language: 'R' } }),
  );
});

it.each(['', '{', '[]', '{"cells":1}', '{"cells":[{"cell_type":1}]}', 'null'])(
  '“%s” is no notebook',
  (text) => {
    expect(() => readNotebook(text)).toThrow(
      expect.objectContaining({ reason: 'notebook_damaged' }),
    );
  },
);
