import { expect, it } from 'vitest';
import type { ProgramSnippet } from '../snippets/contract';
import { toNotebook } from './notebook';

const SNIPPET: ProgramSnippet = {
  kind: 'program',
  id: 'x',
  title: 'A *title*',
  visibility: 'unlisted',
  createdAtMs: 0,
  latestRevision: 1,
  version: 1,
  language: 'python',
  code: 'print(1)\nplot()',
  files: [{ path: 'data.csv', text: 'a,b\n' }],
  timeoutS: 10,
  revision: 1,
  revisedAtMs: 0,
  history: [],
  receipt: {
    ranAtMs: 0,
    engine: 'local',
    languageVersion: '3.11.2',
    sandbox: 'own',
    events: [
      { type: 'stdout', text: '1\n2' },
      { type: 'result', item: { text: 'plot', png: 'iVBORw0KGgo=', html: '<script>x</script>' } },
      { type: 'error', name: 'ValueError', value: 'no', traceback: 'Traceback\nValueError: no' },
    ],
    end: {
      success: false,
      exit: { reason: 'exited', code: 1 },
      executionTime: 0.1,
      usage: { cpuTimeS: 0.1, peakMemoryBytes: 1, outputBytes: 3 },
      truncated: false,
    },
    truncated: false,
  },
};

it('a notebook has the program, its files and what it gave', () => {
  const notebook = toNotebook(SNIPPET, 'https://example.org/s/x') as {
    nbformat: number;
    cells: { id: string; cell_type: string; source: string[]; outputs?: object[] }[];
  };
  expect(notebook.nbformat).toBe(4);
  expect(notebook.cells.map(({ id }) => id)).toEqual(['about', 'file-1', 'program']);
  expect(notebook.cells[1]?.source).toEqual(['%%writefile data.csv\n', 'a,b\n']);
  const program = notebook.cells[2];
  expect(program?.source.join('')).toBe(SNIPPET.code);
  expect(program?.outputs).toEqual([
    { output_type: 'stream', name: 'stdout', text: ['1\n', '2'] },
    {
      output_type: 'display_data',
      metadata: {},
      data: { 'text/plain': ['plot'], 'image/png': 'iVBORw0KGgo=' },
    },
    {
      output_type: 'error',
      ename: 'ValueError',
      evalue: 'no',
      traceback: ['Traceback', 'ValueError: no'],
    },
  ]);
});

it('the HTML of a result is not in it: a notebook would run it as its own', () => {
  expect(JSON.stringify(toNotebook(SNIPPET, 'u'))).not.toContain('<script>');
});
