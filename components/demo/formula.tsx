'use client';

import { useEffect, useState } from 'react';

interface FormulaProps {
  source: string;
  isBlock: boolean;
  /** MathML, where the server has made it. */
  html?: string | undefined;
}

/** A formula; where nobody has made it yet its source stands until a script has. */
export function Formula({ source, isBlock, html }: FormulaProps) {
  const [made, setMade] = useState(html);
  useEffect(() => {
    if (html !== undefined) return;
    let isWanted = true;
    void import('@/lib/demos/formula').then(
      ({ formulaHtml }) => isWanted && setMade(formulaHtml(source, isBlock)),
      // Without a connection the source has to do.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [html, source, isBlock]);

  if (made === undefined) return <code className="demo-formula">{source}</code>;
  return (
    <span
      className="demo-formula"
      data-block={isBlock}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX writes it, and with `trust: false` nothing of the source is in it as markup
      dangerouslySetInnerHTML={{ __html: made }}
    />
  );
}
