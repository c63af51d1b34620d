/** A Jupyter notebook as one program: cells one after the other, Markdown as comments, without outputs. */
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import { NOTEBOOK_COMMAND, parseJson, readCells, textOfCell } from './notebook-form';
import { type ImportNote, Refusal } from './refusal';

export interface NotebookProgram {
  language: Language;
  code: string;
  /** What cells wrote with `%%writefile`. */
  files: SourceFile[];
  notes: ImportNote[];
}

/** Throws a Refusal. */
export function readNotebook(json: string): NotebookProgram {
  const { cells, language: name } = readCells(json);
  const language = languageOf(name);
  const hash = language === 'python' ? '#' : '//';
  const comment = (source: string) =>
    source
      .split('\n')
      .map((line) => (line === '' ? hash : `${hash} ${line}`))
      .join('\n');

  const files: SourceFile[] = [];
  const parts: string[] = [];
  let [outputs, commands] = [0, 0];
  for (const { cell_type: type, source, input, outputs: printed = [] } of cells) {
    outputs += printed.length;
    const content = textOfCell(source ?? input ?? '');
    if (type !== 'code') {
      if (content.trim() !== '') parts.push(`${hash} %% [markdown]\n${comment(content)}`);
      continue;
    }
    const file = fileOf(content);
    if (file) {
      files.push(file);
    } else if (content.startsWith('%%')) {
      commands += content.split('\n').length;
      parts.push(`${hash} %%\n${comment(content)}`);
    } else if (content.trim() !== '') {
      const lines = content.split('\n').map((line) => {
        if (language !== 'python' || !NOTEBOOK_COMMAND.test(line)) return line;
        commands += 1;
        return `${hash} ${line}`;
      });
      parts.push(`${hash} %%\n${lines.join('\n')}`);
    }
  }
  const notes: ImportNote[] = [];
  if (outputs > 0) notes.push({ kind: 'outputs', count: outputs });
  if (commands > 0) notes.push({ kind: 'commands', count: commands });
  const code = parts.map((part) => part.replace(/\n*$/, '\n')).join('\n');
  return { language, code, files, notes };
}

/** As `writing` in notebook.ts has it for names that `%%writefile` does not take. */
const WRITTEN =
  /^from pathlib import Path\nfile = Path\((".*")\)\nfile\.parent\.mkdir\(parents=True, exist_ok=True\)\nfile\.write_text\((".*"), encoding="utf-8", newline=""\)\n?$/;

/** The file that a cell writes and does nothing else. */
export function fileOf(content: string): SourceFile | undefined {
  const [, path, text = ''] = /^%%writefile (\S[^\n]*)\n(.*)$/s.exec(content) ?? [];
  if (path !== undefined) return { path: path.trim(), text };
  const [, name, body] = WRITTEN.exec(content) ?? [];
  const [ownPath, ownText] = [parseJson(name ?? ''), parseJson(body ?? '')];
  if (typeof ownPath !== 'string' || typeof ownText !== 'string') return undefined;
  return { path: ownPath, text: ownText };
}

function languageOf(name: string): Language {
  const known = new Map<string, Language>([
    ['python', 'python'],
    ['ipython', 'python'],
    ['javascript', 'javascript'],
    ['typescript', 'typescript'],
  ]).get(name.toLowerCase());
  if (!known) throw new Refusal('notebook_language', { language: name.slice(0, 40) });
  return known;
}
