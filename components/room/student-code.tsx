'use client';

import { type ReactNode, useMemo } from 'react';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { DocumentLanguage } from '@/lib/store/document-language';

interface StudentCodeProps {
  code: string;
  language: DocumentLanguage;
  label: string;
  /** The line of the last error. */
  errorLine?: number | undefined;
  /** What stands under a line, from 1. */
  below?: (line: number) => ReactNode;
  /** A button at its number; absent: it is a number only. */
  number?: (line: number) => ReactNode;
}

/** A student's code with line numbers, to be read. */
export function StudentCode(props: StudentCodeProps) {
  const { code, language, label, errorLine, below, number } = props;
  const colour = useMemo(createLineColours, []);
  const lines = colour(code, language);
  // What follows the last line end is no line.
  const shown = lines.length > 1 && lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is no fieldset
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="student-code" role="group" aria-label={label} translate="no" tabIndex={0}>
      {shown.map((pieces, index) => {
        const line = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          <div key={index}>
            <div className="student-line" data-error={line === errorLine}>
              <span className="student-number">{number?.(line) ?? line}</span>
              <code>
                {pieces.map(({ text, kind }, at) =>
                  kind ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other name
                    <span key={at} data-code={kind}>
                      {text}
                    </span>
                  ) : (
                    text
                  ),
                )}
              </code>
            </div>
            {below?.(line)}
          </div>
        );
      })}
    </div>
  );
}
