import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useEffect, useMemo } from 'react';
import { type LatexPart, latexParts } from '@/lib/console/latex-parts';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';

type Piece = { kind: LatexPart['kind']; text: string } | { kind: LatexPart['kind']; html: string };

const MAX_LENGTH = 50_000;

/** Formulas, and the words between them. */
export function LatexResult({ latex, onFail, toggle }: FormProps & { latex: string }) {
  const { pieces, reason } = useMemo(() => typeset(latex), [latex]);

  useEffect(() => {
    if (reason) onFail(reason);
  }, [reason, onFail]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and regions are too many here */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula scrolls, and must be reachable by keyboard */}
      <div role="group" className="result-math" aria-label="Formula" tabIndex={0}>
        {pieces.map((piece, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
          if ('text' in piece) return <span key={index}>{piece.text}</span>;
          const html = { __html: piece.html };
          // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces never change
          // biome-ignore-start lint/security/noDangerouslySetInnerHtml: KaTeX writes it, and with `trust: false` nothing of the source is in it as markup
          return piece.kind === 'display' ? (
            <div key={index} dangerouslySetInnerHTML={html} />
          ) : (
            <span key={index} dangerouslySetInnerHTML={html} />
          );
          // biome-ignore-end lint/security/noDangerouslySetInnerHtml: as above
          // biome-ignore-end lint/suspicious/noArrayIndexKey: as above
        })}
      </div>
      <ResultFoot summary="LaTeX">{toggle}</ResultFoot>
    </>
  );
}

function typeset(latex: string): { pieces: Piece[]; reason?: string } {
  if (latex.length > MAX_LENGTH) {
    return { pieces: [], reason: 'This LaTeX is too long to be typeset here.' };
  }
  try {
    const pieces = latexParts(latex).map(({ kind, source }): Piece => {
      if (kind === 'text') return { kind, text: source };
      const html = katex.renderToString(source, {
        displayMode: kind === 'display',
        fleqn: true,
        trust: false,
        strict: 'ignore',
        maxExpand: 500,
        maxSize: 20,
      });
      return { kind, html };
    });
    return { pieces };
  } catch (error) {
    const why = error instanceof katex.ParseError ? error.rawMessage : 'it is too complex';
    return { pieces: [], reason: `This LaTeX could not be typeset: ${why}.` };
  }
}
