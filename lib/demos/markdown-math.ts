/**
 * Formulas in Markdown, as far as they can be had without a grammar of their own: `$$…$$` as a paragraph, a
 * fence of the language `math`, `$…$` within a line, and `` $`…`$ `` where Markdown would change it.
 */
import type { Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';

/** An element `<formula>`, which who shows the Markdown draws; its text is the source. */
function formula(source: string, isBlock: boolean): Text {
  return {
    type: 'text',
    value: source,
    data: {
      hName: 'formula',
      hProperties: { dataBlock: String(isBlock) },
      hChildren: [{ type: 'text', value: source }],
    } as Text['data'],
  };
}

/** A remark plugin. `markdown` is what was parsed. */
export function markdownMath(markdown: string) {
  return () => (tree: Root) => {
    tree.children = tree.children.map((node) => blockOf(node, markdown) ?? node);
    for (const node of tree.children) visit(node);
  };
}

/** What is a formula as a whole; its source is taken as it was written. */
function blockOf(node: RootContent, markdown: string): Paragraph | undefined {
  const { start, end } = node.position ?? {};
  const source =
    node.type === 'code' && node.lang === 'math'
      ? node.value
      : node.type === 'paragraph'
        ? /^\$\$([\s\S]+)\$\$$/.exec(markdown.slice(start?.offset, end?.offset).trim())?.[1]
        : undefined;
  if (source === undefined || source.trim() === '' || source.includes('$$')) return undefined;
  return { type: 'paragraph', children: [formula(source.trim(), true)] };
}

function visit(node: RootContent): void {
  if (!('children' in node)) return;
  const children = node.children as PhrasingContent[];
  const made = children.flatMap((child, at) => inlineOf(child, children[at - 1], children[at + 1]));
  node.children = made as typeof node.children;
  for (const child of node.children) visit(child as RootContent);
}

/** As in other tools: no blank inside of the signs, no digit behind the last. */
const INLINE = /\$(?![\s$])([^$\n]*?[^\s$\\])\$(?!\d)/;

function inlineOf(
  node: PhrasingContent,
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
): PhrasingContent[] {
  if (node.type === 'inlineCode') {
    const isFormula =
      before?.type === 'text' &&
      before.value.endsWith('$') &&
      after?.type === 'text' &&
      after.value.startsWith('$');
    return [isFormula ? formula(node.value, false) : node];
  }
  if (node.type !== 'text' || node.data !== undefined || !node.value.includes('$')) return [node];
  let text = node.value;
  // The signs around code.
  if (after?.type === 'inlineCode' && text.endsWith('$')) text = text.slice(0, -1);
  if (before?.type === 'inlineCode' && text.startsWith('$')) text = text.slice(1);
  const parts: PhrasingContent[] = [];
  for (;;) {
    const found = INLINE.exec(text);
    if (!found) break;
    if (found.index > 0) parts.push({ type: 'text', value: text.slice(0, found.index) });
    parts.push(formula(found[1] ?? '', false));
    text = text.slice(found.index + found[0].length);
  }
  return text === '' ? parts : [...parts, { type: 'text', value: text }];
}
