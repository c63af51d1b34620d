/** A snippet as its readers may have it. */
import 'server-only';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { publicRecorded } from '@/lib/demos/public-recorded';
import type { Snippet } from './contract';

/** Programs are open as a whole; a demo keeps its hidden cases and answers here. */
export function publicSnippet(snippet: Snippet): Snippet {
  if (snippet.kind === 'program') return snippet;
  const markdown = publicMarkdown(snippet.markdown);
  const { receipt, ...rest } = snippet;
  if (receipt === undefined) return { ...rest, markdown };
  return { ...rest, markdown, receipt: publicRecorded(readDocument(markdown), receipt) };
}
