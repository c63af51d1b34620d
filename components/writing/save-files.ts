/** Gives the author the document as a file. */
import { downloadBytes, downloadText } from '@/lib/client/download';
import { readDocument } from '@/lib/demos/document';
import type { Recorded } from '@/lib/demos/export/markdown';
import type { Texts } from '@/lib/messages/messages';
import { stemOf } from '@/lib/share/files/file-stem';
import { urlOf } from '@/lib/snippets/links';

export type DemoForm = 'markdown' | 'markdownOutput' | 'notebook' | 'html';

interface Saved {
  markdown: string;
  recorded: Recorded;
  /** What it was shared as; undefined: it was not. */
  id: string | undefined;
  title: string;
}

export async function saveDemoFile(form: DemoForm, saved: Saved, texts: Texts): Promise<void> {
  const { markdown, recorded, id } = saved;
  const title = saved.title || readDocument(markdown).title;
  const name = stemOf(title) || 'demo';
  const url = id === undefined ? undefined : location.origin + urlOf(id, undefined, 'demo');
  if (form === 'markdown') return downloadText(`${name}.md`, markdown);
  if (form === 'markdownOutput') {
    const { exportMarkdown } = await import('@/lib/demos/export/markdown');
    return downloadText(`${name}.md`, exportMarkdown(markdown, recorded, texts));
  }
  if (form === 'notebook') {
    const { exportNotebook } = await import('@/lib/demos/export/notebook');
    const notebook = exportNotebook(markdown, recorded, url);
    return downloadText(`${name}.ipynb`, `${JSON.stringify(notebook, null, 1)}\n`);
  }
  const { exportHtml } = await import('@/lib/demos/export/html');
  const html = exportHtml({ title: saved.title, markdown, recorded, url }, texts);
  downloadBytes(`${name}.html`, new TextEncoder().encode(html), 'text/html;charset=utf-8');
}
