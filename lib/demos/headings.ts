/** The headings of a document, and what each is called in an address (`#on-the-pier`). */
import type { Heading as HeadingNode, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DemoPart } from './document';
import { textOf } from './markdown-text';

export interface Heading {
  id: string;
  title: string;
  depth: number;
}

/**
 * A function that gives each heading its id, in the order of the document. `parts`: what has names already
 * keeps them.
 */
export function createHeadingIds(parts: readonly DemoPart[]): (title: string) => string {
  const taken = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'code') taken.add(part.id);
    if (part.kind === 'activity') taken.add(part.name);
  }
  return (title) => {
    const words = title
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .slice(0, 60)
      .replace(/[\s_-]+/g, '-')
      .replace(/^-|-$/g, '');
    const name = /^\p{L}/u.test(words) ? words : `section-${words}`.replace(/-$/, '');
    let id = name;
    for (let count = 2; taken.has(id); count += 1) id = `${name}-${count}`;
    taken.add(id);
    return id;
  };
}

/** Those at the top of the document, not those in lists and quotes. */
export function headingsOf(parts: readonly DemoPart[]): Heading[] {
  return headingsByPart(parts).flat();
}

/** The same for each part, by its place; what is no text has none. */
export function headingsByPart(parts: readonly DemoPart[]): Heading[][] {
  const idOf = createHeadingIds(parts);
  return parts.map((part) => {
    if (part.kind !== 'text') return [];
    return headingNodes(fromMarkdown(part.markdown)).map((node) => {
      const title = textOf(node).replace(/\s+/g, ' ').trim();
      return { id: idOf(title), title, depth: node.depth };
    });
  });
}

/** A remark plugin that gives the headings of a text their ids; `data-title` says what each is called. */
export function namedHeadings(headings: readonly Heading[]) {
  return () => (tree: Root) => {
    for (const [at, node] of headingNodes(tree).entries()) {
      const heading = headings[at];
      if (!heading) return;
      node.data = {
        hProperties: { id: heading.id, dataTitle: heading.title },
      } as HeadingNode['data'];
    }
  };
}

const headingNodes = ({ children }: Root): HeadingNode[] =>
  children.filter((node) => node.type === 'heading');
