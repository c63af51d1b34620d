/** A Jupyter notebook as a demo: text stays text, each cell of code becomes a block that runs. */
import { findLanguage } from '@/lib/agentbay/languages';
import { workspacePathProblem } from '@/lib/agentbay/workspace-path';
import * as z from '@/lib/client/shape';
import { languageOfFile } from '@/lib/share/files/file-language';
import {
  NOTEBOOK_COMMAND,
  notebookText,
  readCells,
  textOfCell,
} from '@/lib/share/files/notebook-form';
import { fileOf } from '@/lib/share/files/notebook-program';
import { Refusal } from '@/lib/share/files/refusal';
import { fenced } from '@/lib/share/markdown';
import { infoOfCell } from './cell-info';

export interface NotebookDemo {
  markdown: string;
  notes: NotebookNote[];
}

/** What was changed on the way, or stayed away. */
export interface NotebookNote {
  kind: 'outputs' | 'commands' | 'plain' | 'images';
  count: number;
}

export interface NotebookOptions {
  /** The text that cells have printed, as it stands in the notebook. Nothing else of an output is taken. */
  withOutputs: boolean;
}

/** More would not be a page. */
const MAX_CELLS = 2000;
const MAX_OUTPUT_CHARACTERS = 20_000;

/** Throws a Refusal. */
export function notebookToDemo(json: string, { withOutputs }: NotebookOptions): NotebookDemo {
  const { cells, language } = readCells(json);
  if (cells.length > MAX_CELLS) throw new Refusal('notebook_damaged');

  const parts: string[] = [];
  const counts = { outputs: 0, commands: 0, plain: 0, images: 0 };
  for (const one of cells) {
    const content = textOfCell(one.source ?? one.input ?? '');
    if (content.trim() === '') continue;
    if (one.cell_type === 'markdown' || one.cell_type === 'heading') {
      const { markdown, missing } = withAttachments(content, one.attachments);
      counts.images += missing;
      parts.push(markdown);
    } else if (one.cell_type !== 'code') {
      parts.push(fenced(content, 'text'));
    } else {
      const block = blockOf(content, { language, metadata: one.metadata });
      counts.commands += block.commands;
      if (!block.isKnown) counts.plain += 1;
      parts.push(fenced(block.code, block.info));
      const outputs = one.outputs ?? [];
      const printed = withOutputs && block.isRun ? textOfOutputs(outputs) : '';
      if (printed !== '') parts.push(fenced(printed, 'text output'));
      counts.outputs += outputs.length - (printed === '' ? 0 : outputs.filter(isPrinted).length);
    }
  }
  const kinds = ['commands', 'outputs', 'plain', 'images'] as const;
  return {
    markdown: `${parts.map((part) => part.trim()).join('\n\n')}\n`,
    notes: kinds.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : [])),
  };
}

interface Block {
  info: string;
  code: string;
  /** Lines that became comments. */
  commands: number;
  isRun: boolean;
  /** A language that can be run here. */
  isKnown: boolean;
}

function blockOf(
  content: string,
  { language, metadata }: { language: string; metadata: unknown },
): Block {
  const own = infoOfCell(metadata);
  if (own !== undefined) {
    const isRun = /\s(?:run|readonly)(?:\s|$)/.test(own);
    const code = fileOf(content)?.text ?? content;
    return { info: own, code, commands: 0, isRun, isKnown: true };
  }
  const file = fileOf(content);
  // A name with blanks would end in an info string where its first word does.
  if (file && /^[^\s`]+$/.test(file.path) && !workspacePathProblem(file.path)) {
    const info = `${languageOfFile(file.path) ?? 'text'} file=${file.path}`;
    return { info, code: file.text, commands: 0, isRun: false, isKnown: true };
  }
  const [, magic = '', rest = ''] = /^%%(\w+)[^\n]*\n(.*)$/s.exec(content) ?? [];
  const known = findLanguage(magic === '' ? language : magic);
  if (magic !== '' && known === undefined) {
    // A cell of a shell, or one that is measured: what it is stays to be read.
    const info = /^(?:bash|sh|html|sql|latex|svg)$/.test(magic) ? magic : 'text';
    return { info, code: content, commands: 0, isRun: false, isKnown: false };
  }
  if (known === undefined) {
    const info = /^[\w+#-]{1,20}$/.test(language) ? language.toLowerCase() : 'text';
    return { info, code: content, commands: 0, isRun: false, isKnown: false };
  }
  const source = magic === '' ? content : rest;
  let commands = 0;
  const lines = source.split('\n').map((line) => {
    if (known !== 'python' || !NOTEBOOK_COMMAND.test(line)) return line;
    commands += 1;
    return `# ${line}`;
  });
  const info = `${known} run`;
  return { info, code: lines.join('\n'), commands, isRun: true, isKnown: true };
}

const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Pictures that stand in the notebook itself come along; `missing`: of others, or of another kind. */
function withAttachments(content: string, given: unknown): { markdown: string; missing: number } {
  let missing = 0;
  const markdown = content.replace(/\(attachment:([^)\s]+)([^)]*)\)/g, (_, name: string, rest) => {
    const forms = fieldOf(given, name);
    for (const type of IMAGE_TYPES) {
      const data = fieldOf(forms, type);
      const base64 = typeof data === 'string' ? data.replace(/\s/g, '') : '';
      if (/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return `(data:${type};base64,${base64}${rest})`;
    }
    missing += 1;
    return '()';
  });
  return { markdown, missing };
}

function fieldOf(value: unknown, key: string): unknown {
  const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isObject ? (value as Record<string, unknown>)[key] : undefined;
}

const printed = z.object({
  output_type: z.string(),
  text: z.optional(notebookText),
  data: z.optional(z.object({ 'text/plain': z.optional(notebookText) })),
  ename: z.optional(z.string()),
  evalue: z.optional(z.string()),
});

const plainOf = (output: unknown): string => {
  const {
    output_type: type,
    text: stream,
    data,
    ename,
    evalue,
  } = printed.safeParse(output).data ?? {};
  if (type === 'stream') return textOfCell(stream ?? '');
  if (type === 'error') return `${ename ?? ''}: ${evalue ?? ''}\n`;
  const plain = textOfCell(data?.['text/plain'] ?? '');
  return plain === '' ? '' : `${plain.replace(/\n$/, '')}\n`;
};

const isPrinted = (output: unknown) => plainOf(output) !== '';

function textOfOutputs(outputs: readonly unknown[]): string {
  const all = outputs.map(plainOf).join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours and cursor movement of a terminal
  const text = all.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').trimEnd();
  return text.length > MAX_OUTPUT_CHARACTERS ? `${text.slice(0, MAX_OUTPUT_CHARACTERS)}…` : text;
}
