import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useEffect, useMemo } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { type LatexPart, latexParts } from '@/lib/console/latex-parts';
import type { ResultFailure } from '@/lib/console/result-failure';
import { ResultFoot } from './result-foot';
import type { FormProps } from './result-form';

type Piece = { kind: LatexPart['kind']; text: string } | { kind: LatexPart['kind']; html: string };

const MAX_LENGTH = 50_000;

/** Formulas, and the words between them. */
export function LatexResult({ latex, onFail, toggle }: FormProps & { latex: string }) {
  const { formula } = useMessages().results;
  const { pieces, failure } = useMemo(() => typeset(latex), [latex]);

  useEffect(() => {
    if (failure) onFail(failure);
  }, [failure, onFail]);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and regions are too many here */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide formula scrolls, and must be reachable by keyboard */}
      <div role="group" className="result-math" aria-label={formula} tabIndex={0}>
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

function typeset(latex: string): { pieces: Piece[]; failure?: ResultFailure } {
  if (latex.length > MAX_LENGTH) {
    return { pieces: [], failure: { kind: 'latexTooLong' } };
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
    if (!(error instanceof katex.ParseError)) {
      return { pieces: [], failure: { kind: 'latexTooComplex' } };
    }
    return { pieces: [], failure: { kind: 'latex', values: { reason: error.rawMessage } } };
  }
}
