/** A Jupyter notebook as one program: cells one after the other, Markdown as comments, without outputs. */
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import * as z from '@/lib/client/shape';
import { type ImportNote, Refusal } from './refusal';

export interface NotebookProgram {
  language: Language;
  code: string;
  /** What cells wrote with `%%writefile`. */
  files: SourceFile[];
  notes: ImportNote[];
}

const text = z.union([z.string(), z.array(z.string())]);
const cell = z.object({
  cell_type: z.string(),
  source: z.optional(text),
  /** In notebooks before version 4. */
  input: z.optional(text),
  outputs: z.optional(z.array(z.unknown())),
});
const cells = z.array(cell);
const notebook = z.object({
  cells: z.optional(cells),
  worksheets: z.optional(z.array(z.object({ cells }))),
  metadata: z.optional(
    z.object({
      kernelspec: z.optional(
        z.object({ language: z.optional(z.string()), name: z.optional(z.string()) }),
      ),
      language_info: z.optional(z.object({ name: z.optional(z.string()) })),
    }),
  ),
});

/** Commands of the notebook itself, and of a shell: no Python. */
const COMMAND = /^\s*(?:%|!|\?|[\w.]+\?\??\s*$)/;

/** Throws a Refusal. */
export function readNotebook(json: string): NotebookProgram {
  const parsed = notebook.safeParse(parse(json)).data;
  const all = parsed?.cells ?? parsed?.worksheets?.flatMap((sheet) => sheet.cells);
  if (!parsed || !all) throw new Refusal('notebook_damaged');
  const { kernelspec, language_info: info } = parsed.metadata ?? {};
  const language = languageOf(info?.name ?? kernelspec?.language ?? 'python');
  const hash = language === 'python' ? '#' : '//';
  const comment = (source: string) =>
    source
      .split('\n')
      .map((line) => (line === '' ? hash : `${hash} ${line}`))
      .join('\n');

  const files: SourceFile[] = [];
  const parts: string[] = [];
  let [outputs, commands] = [0, 0];
  for (const { cell_type: type, source, input, outputs: printed = [] } of all) {
    outputs += printed.length;
    const content = textOf(source ?? input ?? '');
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
        if (language !== 'python' || !COMMAND.test(line)) return line;
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
  const [ownPath, ownText] = [parse(name ?? ''), parse(body ?? '')];
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

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const textOf = (source: string | string[]) =>
  (typeof source === 'string' ? source : source.join('')).replace(/\r\n?/g, '\n');
