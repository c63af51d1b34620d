import type { Nodes } from 'mdast';

/** What is read of it: images by their words, nothing of HTML. */
export function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('');
  if (node.type === 'image') return node.alt ?? '';
  return 'value' in node && node.type !== 'html' ? node.value : '';
}
