'use client';

import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { indent, newLine } from '@/components/editor/plain-keys';
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { Piece } from '@/lib/highlight/pieces';

interface BlockEditorProps {
  code: string;
  language: Language;
  /** What the field is called, and the lines where there is none. */
  label: string;
  /** Of what says which keys there are. */
  hintId: string | undefined;
  /** Absent: it is only read. */
  onChange?: ((code: string) => void) | undefined;
  onRun?: (() => void) | undefined;
  /** Runs it, then goes on. */
  onRunAndNext?: (() => void) | undefined;
  /** The line that the last error names, from 1. */
  errorLine?: number | undefined;
  field?: RefObject<HTMLTextAreaElement | null>;
}

/** A block's code in colours; where it can be changed, under a field whose letters are not seen. */
export function BlockEditor(props: BlockEditorProps) {
  const { code, language, label, hintId, onChange, onRun, onRunAndNext, errorLine, field } = props;
  const [colour] = useState(createLineColours);
  const tabLeaves = useRef(false);
  const columns = LANGUAGE_NAMES[language].indentColumns;
  const lines = colour(code, language);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, currentTarget } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === 'Enter' && (ctrlKey || metaKey || shiftKey)) {
      event.preventDefault();
      if (shiftKey) onRunAndNext?.();
      else onRun?.();
      return;
    }
    if (key === 'Escape') tabLeaves.current = true;
    else if (key !== 'Shift' && key !== 'Tab') tabLeaves.current = false;
    if (ctrlKey || metaKey || altKey) return;
    if (key === 'Tab' && !tabLeaves.current) {
      event.preventDefault();
      indent(currentTarget, columns, shiftKey);
    } else if (key === 'Enter') {
      event.preventDefault();
      newLine(currentTarget, columns);
    }
  };

  return (
    <div className="demo-code" data-many={lines.length > 9 || undefined}>
      {onChange ? (
        <div className="demo-sheet">
          <Lines lines={lines} errorLine={errorLine} isHidden />
          <textarea
            ref={field}
            aria-label={label}
            aria-describedby={hintId}
            value={code}
            onChange={({ target }) => onChange(target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              tabLeaves.current = false;
            }}
            wrap="off"
            translate="no"
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            autoComplete="off"
          />
        </div>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a region for each block would be too many
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <div className="demo-sheet" role="group" aria-label={label} tabIndex={0}>
          <Lines lines={lines} errorLine={errorLine} />
        </div>
      )}
    </div>
  );
}

interface LinesProps {
  lines: readonly Piece[][];
  errorLine: number | undefined;
  isHidden?: boolean;
}

function Lines({ lines, errorLine, isHidden }: LinesProps) {
  return (
    <pre className="demo-lines" translate="no" aria-hidden={isHidden}>
      {lines.map((pieces, index) => (
        <code
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          key={index}
          className="snippet-line"
          data-error={index + 1 === errorLine || undefined}
        >
          {pieces.map(({ text, kind }, at) =>
            kind ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line are made anew when it changes
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
