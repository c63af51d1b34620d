/** Markdown as a tree of HTML's elements, without HTML of its own and without anything that loads or runs. */
import type { Element, ElementContent, Nodes, Properties, Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';

/** One element; its text is written so that it means only itself. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: (ElementContent | string | undefined)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.flatMap((child) =>
      child === undefined ? [] : typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}

/** The page's own rules (components/results/markdown-result.tsx). */
const IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/;
const LINK = /^(?:https?:|mailto:|#)/i;

interface MarkdownOptions {
  /** What two texts of a page need to be told apart. */
  prefix: string;
  footnotes: string;
}

export function safeMarkdown(
  markdown: string,
  { prefix, footnotes }: MarkdownOptions,
): ElementContent[] {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const root = toHast(tree, {
    allowDangerousHtml: false,
    clobberPrefix: `${prefix}-`,
    footnoteLabel: footnotes,
  }) as Root;
  return root.children.flatMap(safeNode);
}

function safeNode(node: Nodes): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  const children = node.children.flatMap(safeNode);
  if (tagName === 'img') {
    const { src, alt } = properties;
    if (typeof src === 'string' && IMAGE.test(src))
      return [element('img', { src, alt: String(alt ?? '') })];
    return [element('em', {}, `[${String(alt ?? '')}]`)];
  }
  if (tagName === 'a') {
    const { href } = properties;
    if (typeof href !== 'string' || !LINK.test(href)) return children;
    const { id } = properties;
    return [
      {
        ...node,
        properties: { href, rel: ['noopener', 'noreferrer'], ...(id ? { id } : {}) },
        children,
      },
    ];
  }
  return [{ ...node, properties: kept(properties), children }];
}

const KEPT = ['id', 'align', 'start', 'type', 'checked', 'disabled', 'ariaLabel'];

const kept = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => KEPT.includes(name)));
