/** A demo with what its blocks have printed, as Markdown that any viewer shows. */
import type { Receipt } from '@/lib/agentbay/receipt';
import type { Texts } from '@/lib/messages/messages';
import { fenced } from '@/lib/share/markdown';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import { readDocument } from '../document';
import { splitFences } from '../fences';

/** Receipts by the ids of blocks. */
export type Recorded = Readonly<Partial<Record<string, Receipt>>>;

/** What stood there as output before makes room where something is recorded. */
export function exportMarkdown(markdown: string, recorded: Recorded, texts: Texts): string {
  const blocks = blocksByLine(markdown);
  let text = '';
  let at = 0;
  let output: string | undefined;
  const flush = () => {
    if (output) text += `\n\n${output}`;
    output = undefined;
  };
  for (const piece of splitFences(markdown)) {
    if (piece.kind === 'text') {
      flush();
      continue;
    }
    const { words, line, start, end } = piece.fence;
    if (output !== undefined && words.includes('output')) {
      // With the blank lines before it.
      text += markdown.slice(at, start).trimEnd();
      at = end;
      continue;
    }
    if (!words.includes('input')) flush();
    text += markdown.slice(at, end);
    at = end;
    const receipt = recorded[blocks.get(line) ?? ''];
    if (receipt !== undefined) {
      const printed = printedOf(receipt, texts);
      output = printed === '' ? '' : fenced(printed, 'text output');
    }
  }
  flush();
  return text + markdown.slice(at);
}

/** Without colours; results as their text. */
export function printedOf(receipt: Receipt, texts: Texts): string {
  return transcriptOf(receipt, texts).toText(texts).trimEnd();
}

/** The ids of blocks by the lines of their fences. */
export function blocksByLine(markdown: string): Map<number, string> {
  const { parts } = readDocument(markdown);
  return new Map(parts.flatMap((part) => (part.kind === 'code' ? [[part.line, part.id]] : [])));
}
