/** A shared Python program as a Jupyter notebook (nbformat 4.5). */
import type { RichItem } from '../agentbay/contract';
import type { Receipt } from '../agentbay/receipt';
import type { ProgramSnippet } from '../snippets/contract';
import { escaped } from './markdown';

export type Output = Record<string, unknown> & { output_type: string };

/** Notebooks keep text as lines with their ends. */
export const lines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** `title` is never empty. */
type NotebookParts = Pick<ProgramSnippet, 'title' | 'code' | 'files' | 'receipt'>;

/** `url`: where its page is; undefined: nowhere. The program is one cell with its recorded output; its other files are cells that write them. */
export function toNotebook(
  { title, code, files, receipt }: NotebookParts,
  url: string | undefined,
): object {
  const cell = (name: string, rest: object) => ({ id: name, metadata: {}, ...rest });
  const codeCell = (name: string, source: string, outputs: Output[] = []) =>
    cell(name, { cell_type: 'code', execution_count: null, source: lines(source), outputs });
  return {
    cells: [
      cell('about', {
        cell_type: 'markdown',
        source: lines(`# ${escaped(title)}${url === undefined ? '' : `\n\n<${url}>`}`),
      }),
      ...files.map(({ path, text }, index) => codeCell(`file-${index + 1}`, writing(path, text))),
      codeCell('program', code, receipt ? outputsOf(receipt) : []),
    ],
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python', ...(receipt ? { version: receipt.languageVersion } : {}) },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
}

/**
 * Python that writes a file. `%%writefile` is easier to read, but takes no folder that is not there, and
 * takes {…}, $…, quotes and dashes in a name for something else.
 */
export function writing(path: string, text: string): string {
  if (/^\w[\w.-]*$/.test(path)) return `%%writefile ${path}\n${text}`;
  return [
    'from pathlib import Path',
    // JSON's escapes are Python's.
    `file = Path(${JSON.stringify(path)})`,
    'file.parent.mkdir(parents=True, exist_ok=True)',
    `file.write_text(${JSON.stringify(text)}, encoding="utf-8", newline="")`,
  ].join('\n');
}

export function outputsOf({ events }: Receipt): Output[] {
  return events.flatMap((event): Output[] => {
    if (event.type === 'stdout' || event.type === 'stderr')
      return [{ output_type: 'stream', name: event.type, text: lines(event.text) }];
    if (event.type === 'typed')
      return [{ output_type: 'stream', name: 'stdout', text: lines(event.text) }];
    if (event.type === 'error') {
      const { name, value, traceback } = event;
      return [
        { output_type: 'error', ename: name, evalue: value, traceback: traceback.split('\n') },
      ];
    }
    if (event.type !== 'result') return [];
    return [{ output_type: 'display_data', metadata: {}, data: dataOf(event.item) }];
  });
}

/** HTML, SVG and scripts of a program stay out: a notebook would run them as its own. */
function dataOf({ text, markdown, latex, png, jpeg, json }: RichItem): Record<string, unknown> {
  return {
    'text/plain': lines(text ?? markdown ?? latex ?? ''),
    ...(latex === undefined ? {} : { 'text/latex': lines(latex) }),
    ...(png === undefined ? {} : { 'image/png': png }),
    ...(jpeg === undefined ? {} : { 'image/jpeg': jpeg }),
    ...(json === undefined ? {} : { 'application/json': json }),
  };
}
