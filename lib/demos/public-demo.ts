/** What a reader may have of a demo's Markdown. */
import { splitFences } from './fences';

/** The document without hidden cases, held solutions, and the answers of what is to be ordered, filled or chosen. */
export function publicMarkdown(markdown: string): string {
  let text = '';
  let at = 0;
  for (const piece of splitFences(markdown)) {
    if (piece.kind === 'text') continue;
    const { values, words, start, end } = piece.fence;
    const isSecret =
      ['cases', 'order', 'gaps', 'choice'].some((key) => values[key] !== undefined) ||
      (values.solution !== undefined && words.includes('held')) ||
      words.includes('note');
    if (!isSecret) continue;
    text += markdown.slice(at, start);
    at = end;
  }
  return text + markdown.slice(at);
}
