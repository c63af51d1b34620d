/** What a document is, in a sentence or two for search engines and chats. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { oneLine } from '../share/describe';
import type { DemoDocument } from './document';
import { textOf } from './markdown-text';

const MAX_CHARACTERS = 200;

/** The beginning of its first paragraph, as one line; empty where it has none. */
export function describeDemo({ parts }: DemoDocument): string {
  for (const part of parts) {
    if (part.kind !== 'text') continue;
    for (const node of fromMarkdown(part.markdown).children) {
      const text = node.type === 'paragraph' ? oneLine(textOf(node), MAX_CHARACTERS) : '';
      if (text !== '') return text;
    }
  }
  return '';
}
