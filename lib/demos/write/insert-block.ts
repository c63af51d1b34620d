/** Puts a block into a document without breaking what is there. */
import { splitFences } from '../fences';

export interface Inserted {
  markdown: string;
  /** Where the block begins now, from 1. */
  line: number;
  /** Its last line. */
  endLine: number;
}

/** After the fence or the paragraph in which that line is, with an empty line on each side. */
export function insertBlock(markdown: string, line: number, block: string): Inserted {
  const lines = markdown.split('\n');
  const at = endOfBlock(markdown, lines, Math.min(line, lines.length));
  const before = lines.slice(0, at).join('\n').trimEnd();
  const after = lines
    .slice(at)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/^\s+$/, '');
  const head = before === '' ? '' : `${before}\n\n`;
  const first = head.split('\n').length;
  return {
    markdown: `${head}${block}\n${after === '' ? '' : `\n${after}`}`,
    line: first,
    endLine: first + block.split('\n').length - 1,
  };
}

/** How many lines stand before the place for the next block. */
function endOfBlock(markdown: string, lines: readonly string[], line: number): number {
  for (const piece of splitFences(markdown)) {
    if (piece.kind !== 'fence') continue;
    const { start, end, line: first } = piece.fence;
    const last = first + markdown.slice(start, end).split('\n').length - 1;
    if (line >= first && line <= last) return last;
    // What is above the next fence is text.
    if (first > line) return Math.min(endOfParagraph(lines, line), first - 1);
  }
  return endOfParagraph(lines, line);
}

function endOfParagraph(lines: readonly string[], line: number): number {
  const isEmpty = (text: string | undefined) => text === undefined || text.trim() === '';
  let at = line;
  while (!isEmpty(lines[at - 1]) && !isEmpty(lines[at])) at += 1;
  return at;
}
