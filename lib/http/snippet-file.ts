/** The forms in which a shared program can be fetched as a file. */
import 'server-only';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { AppError } from '@/lib/errors';
import type { Texts } from '@/lib/messages/messages';
import { toMarkdown } from '@/lib/share/markdown';
import { toNotebook } from '@/lib/share/notebook';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import type { Snippet, SnippetResponse } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';

interface SnippetFile {
  body: string;
  headers: Record<string, string>;
}

/** `py`, `js` or `ts`. */
export function extensionOf(language: Language): string {
  return LANGUAGE_NAMES[language].fileName.split('.').at(-1) ?? 'txt';
}

/** The forms there are of a program in that language. */
export function formatsOf(language: Language): string[] {
  const common = [extensionOf(language), 'txt', 'md', 'json'];
  return language === 'python' ? [...common, 'ipynb'] : common;
}

/** `url`: where its page is. Throws not_found for a form that a program of its language has not. */
export function snippetFile(
  snippet: Snippet,
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
  const isNotebook = format === 'ipynb';
  return {
    body: isNotebook ? `${JSON.stringify(toNotebook(snippet, url), null, 1)}\n` : code,
    headers: {
      ...typed(isNotebook ? 'application/x-ipynb+json' : 'text/plain'),
      'Content-Disposition': `attachment; filename="${fileStem(snippet)}.${format}"`,
    },
  };
}

const typed = (type: string) => ({ 'Content-Type': `${type}; charset=utf-8` });

/** A name that every system takes. */
function fileStem({ title, id }: Snippet): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 60) || id;
}
