import type { Piece } from '@/lib/highlight/pieces';

interface CodeLinesProps {
  lines: readonly Piece[][];
  label: string;
  /** Its lines can be pointed to: `#L3`. */
  numbered?: boolean;
}

/** A program in colours. Numbers are no part of its text. */
export function CodeLines({ lines, label, numbered = false }: CodeLinesProps) {
  // What follows the last line end is no line.
  const shown = lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a region for each file would be too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre className="snippet-code" role="group" aria-label={label} translate="no" tabIndex={0}>
      {shown.map((pieces, index) => (
        <code
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          key={index}
          className="snippet-line"
          {...(numbered ? { id: `L${index + 1}` } : {})}
        >
          {numbered ? (
            // biome-ignore lint/a11y/useAnchorContent: the style sheet writes the number, so that it is not copied
            <a href={`#L${index + 1}`} data-line={index + 1} tabIndex={-1} aria-hidden="true" />
          ) : null}
          {pieces.map(({ text, kind }, at) =>
            kind ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
              <span key={at} data-code={kind}>
                {text}
              </span>
            ) : (
              text
            ),
          )}
          {'\n'}
        </code>
      ))}
    </pre>
  );
}
