/** A snippet as its readers may have it. */
import 'server-only';
import { publicMarkdown } from '@/lib/demos/public-demo';
import type { Snippet } from './contract';

/** Programs are open as a whole; a demo keeps its hidden cases and answers here. */
export function publicSnippet(snippet: Snippet): Snippet {
  if (snippet.kind === 'program') return snippet;
  return { ...snippet, markdown: publicMarkdown(snippet.markdown) };
}
