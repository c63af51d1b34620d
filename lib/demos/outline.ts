/** The headings of a document, each with a name for links to it. Safe for the browser. */
import type { Heading, Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DemoDocument } from './document';
import { textOf } from './markdown-text';

export interface OutlineHeading {
  /** No other heading and no block of the document has it. */
  id: string;
  /** Without Markdown. */
  text: string;
  /** 1 to 6, as it was written. */
  level: number;
}

/** Of each part that is text, by its place among the parts; the others have none. */
export function outlineOf({ parts }: DemoDocument): OutlineHeading[][] {
  const taken = new Set(parts.flatMap((part) => (part.kind === 'code' ? [part.id] : [])));
  return parts.map((part) =>
    part.kind === 'text'
      ? headingsOf(fromMarkdown(part.markdown)).map((heading) => {
          const text = textOf(heading).trim();
          return { id: freeId(text, taken), text, level: heading.depth };
        })
      : [],
  );
}

/** A remark plugin that gives the headings of a text their names. */
export function namedHeadings(headings: readonly OutlineHeading[]) {
  return () => (tree: Root) => {
    for (const [at, node] of headingsOf(tree).entries()) {
      const heading = headings[at];
      if (!heading) return;
      node.data = { hProperties: { id: heading.id, dataTitle: heading.text } } as Heading['data'];
    }
  };
}

/** In the order in which they stand, those in quotes and lists too. */
function headingsOf(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap((child) => headingsOf(child)) : [];
}

/** As other sites name headings: small letters, digits, hyphens. */
function freeId(text: string, taken: Set<string>): string {
  const slug =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s+/g, '-')
      .slice(0, 80) || 'section';
  // Lines of programs have such names, and blocks.
  const base = /^(?:l\d+|[bsf]\d+)$/.test(slug) ? `${slug}-` : slug;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  taken.add(id);
  return id;
}
