/** Where the parts that a reader sees come from in the source. */
import type { DemoDocument, DemoPart } from '../document';

/** By the parts of `shown`, which is `source` without what readers may not have: their lines in the source. */
export function sourceLines(source: DemoDocument, shown: DemoDocument): number[] {
  const blocks = source.parts.filter(({ kind }) => kind !== 'text' && kind !== 'note');
  let at = 0;
  return shown.parts.map((part) => {
    if (part.kind !== 'text') {
      const line = blocks[at]?.line ?? part.line;
      at += 1;
      return line;
    }
    const from = blocks[at - 1]?.line ?? 0;
    const text = source.parts.find((one) => one.kind === 'text' && one.line > from);
    return text ? lineOfText(text) : from + 1;
  });
}

/** A text begins with the rest of the line before it. */
function lineOfText(part: DemoPart): number {
  if (part.kind !== 'text') return part.line;
  const blank = /^\s*\n/.exec(part.markdown)?.[0] ?? '';
  return part.line + blank.split('\n').length - 1;
}

/** The block that runs in which that line is, else the last one above it, else the first one. */
export function blockAt({ parts }: DemoDocument, line: number): string | undefined {
  const blocks = parts.filter(
    (part) => part.kind === 'code' && (part.role === 'run' || part.role === 'readonly'),
  );
  const found = blocks.findLast((part) => part.line <= line) ?? blocks[0];
  return found?.kind === 'code' ? found.id : undefined;
}
