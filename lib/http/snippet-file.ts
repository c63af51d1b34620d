/** The forms in which a shared program can be fetched as a file. */
import 'server-only';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import type { Texts } from '@/lib/messages/messages';
import { stemOf } from '@/lib/share/files/file-stem';
import { zipProgram } from '@/lib/share/files/zip-program';
import { toMarkdown } from '@/lib/share/markdown';
import { toNotebook } from '@/lib/share/notebook';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import type { ProgramSnippet, SnippetResponse } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';

interface SnippetFile {
  body: string | Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
}

/** `py`, `js` or `ts`. */
export function extensionOf(language: Language): string {
  return LANGUAGE_NAMES[language].fileName.split('.').at(-1) ?? 'txt';
}

/** The forms there are of a program in that language. */
export function formatsOf(language: Language): string[] {
  const common = [extensionOf(language), 'zip', 'txt', 'md', 'json'];
  return language === 'python' ? [...common, 'ipynb'] : common;
}

/** `url`: where its page is. Throws not_found for a form that a program of its language has not. */
export function snippetFile(
  snippet: ProgramSnippet,
  format: string,
  url: string,
  texts: Texts,
): SnippetFile {
  const { id, language, code } = snippet;
  const formats = formatsOf(language);
  if (!formats.includes(format)) {
    throw new AppError(
      'not_found',
      `This program has no .${format}; it has ${formats.map((name) => `.${name}`).join(', ')}.`,
    );
  }
  if (format === 'txt') return { body: code, headers: typed('text/plain') };
  if (format === 'json') {
    const answer: SnippetResponse = { ...snippet, url: urlOf(id) };
    return { body: JSON.stringify(answer), headers: typed('application/json') };
  }
  if (format === 'md') {
    const output = snippet.receipt && transcriptOf(snippet.receipt, texts).toText(texts);
    return { body: toMarkdown(snippet, url, output), headers: typed('text/markdown') };
  }
  const title = snippet.title || id;
  const disposition = `attachment; filename="${stemOf(snippet.title) || id}.${format}"`;
  const download = (type: string) => ({ ...typed(type), 'Content-Disposition': disposition });
  if (format === 'zip') {
    const body = zipProgram(snippet, { title, url, atMs: snippet.revisedAtMs });
    return { body, headers: { ...download(''), 'Content-Type': 'application/zip' } };
  }
  if (format === 'ipynb') {
    const notebook = toNotebook({ ...snippet, title }, url);
    return {
      body: `${JSON.stringify(notebook, null, 1)}\n`,
      headers: download('application/x-ipynb+json'),
    };
  }
  return { body: code, headers: download('text/plain') };
}

const typed = (type: string) => ({ 'Content-Type': `${type}; charset=utf-8` });
