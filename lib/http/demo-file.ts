/** The forms in which a demo can be fetched as a file, all of them as readers may have it. */
import 'server-only';
import { readDocument } from '@/lib/demos/document';
import { exportHtml } from '@/lib/demos/export/html';
import { exportMarkdown } from '@/lib/demos/export/markdown';
import { exportNotebook } from '@/lib/demos/export/notebook';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { publicRecorded } from '@/lib/demos/public-recorded';
import { storedDemo } from '@/lib/demos/read-demo';
import { AppError } from '@/lib/errors';
import type { Texts } from '@/lib/messages/messages';
import { stemOf } from '@/lib/share/files/file-stem';
import type { Snippet, SnippetResponse } from '@/lib/snippets/contract';
import { urlOf } from '@/lib/snippets/links';
import { publicSnippet } from '@/lib/snippets/public-snippet';

const FORMATS = ['md', 'ipynb', 'html', 'txt', 'json'] as const;

export function formatsOfDemo(): readonly string[] {
  return FORMATS;
}

interface DemoFile {
  body: string;
  headers: Record<string, string>;
}

/** `url`: where its page is. A program is given as the demo that it makes. Throws not_found for another form. */
export function demoFile(snippet: Snippet, format: string, url: string, texts: Texts): DemoFile {
  const known = FORMATS.find((one) => one === format);
  if (known === undefined) {
    const all = FORMATS.map((name) => `.${name}`).join(', ');
    throw new AppError('not_found', `This demo has no .${format}; it has ${all}.`);
  }
  if (known === 'json') {
    const { id, kind } = snippet;
    const answer: SnippetResponse = {
      ...publicSnippet(snippet),
      url: urlOf(id, undefined, kind),
    };
    return { body: JSON.stringify(answer), headers: typed('application/json') };
  }
  const demo = storedDemo(snippet);
  const markdown = publicMarkdown(demo.markdown);
  // As it was written, with nothing added to it.
  if (known === 'txt') return { body: markdown, headers: typed('text/plain') };
  const recorded = publicRecorded(readDocument(markdown), demo.recorded);
  if (known === 'md') {
    const body = exportMarkdown(markdown, recorded, texts);
    return { body, headers: typed('text/markdown') };
  }
  const title = demo.title || texts.messages.demo.untitled;
  const name = `${stemOf(demo.title) || snippet.id}.${known}`;
  const saved = { 'Content-Disposition': `attachment; filename="${name}"` };
  if (known === 'html') {
    const body = exportHtml({ title, markdown, recorded, url }, texts);
    return { body, headers: { ...typed('text/html'), ...saved } };
  }
  const notebook = exportNotebook(markdown, recorded, url);
  const body = `${JSON.stringify(notebook, null, 1)}\n`;
  return { body, headers: { ...typed('application/x-ipynb+json'), ...saved } };
}

const typed = (type: string) => ({ 'Content-Type': `${type}; charset=utf-8` });
