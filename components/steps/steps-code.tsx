'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import type { SourceFile } from '@/lib/agentbay/contract';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { Piece } from '@/lib/highlight/pieces';
import { fill } from '@/lib/messages/messages';
import type { StepLanguage } from '@/lib/steps/trace';
import { languageOfPath } from '@/lib/store/document-language';

interface Place {
  line: number;
  file: string;
}

interface StepsCodeProps {
  sources: { main: string; files: SourceFile[] };
  language: StepLanguage;
  /** The main program's path. */
  main: string;
  /** Which file is shown. */
  file: string;
  next: Place | undefined;
  ran: Place | undefined;
  onLine: (file: string, line: number) => void;
}

/** The file that runs, with the line that has just run and the one that is next. Each line leads to its next step. */
export function StepsCode({ sources, language, main, file, next, ran, onLine }: StepsCodeProps) {
  const words = useMessages().steps.code;
  const list = useRef<HTMLDivElement>(null);
  const text =
    file === main ? sources.main : (sources.files.find(({ path }) => path === file)?.text ?? '');
  const lines = useMemo(() => {
    const coloured = createLineColours()(text, file === main ? language : languageOfPath(file));
    return coloured.length > 1 && coloured.at(-1)?.length === 0 ? coloured.slice(0, -1) : coloured;
  }, [text, file, main, language]);
  const nextLine = next?.file === file ? next.line : undefined;
  const ranLine = ran?.file === file ? ran.line : undefined;
  const current = nextLine ?? ranLine ?? 1;

  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>(`[data-number="${current}"]`);
    if (!box || !line) return;
    // Not the page around it.
    const above = line.offsetTop - box.clientHeight * 0.25;
    const below = line.offsetTop - box.clientHeight * 0.75;
    if (box.scrollTop > above || box.scrollTop < below) box.scrollTop = (above + below) / 2;
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
  };

  return (
    <section className="steps-part steps-code" aria-label={words.label}>
      <h3 className="steps-part-head">
        <bdi translate="no">{file}</bdi>
        <span className="steps-legend" aria-hidden="true">
          <span className="steps-mark" data-mark="ran" />
          {words.legend}
          <span className="steps-mark" data-mark="next" />
          {words.legendNext}
        </span>
      </h3>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the buttons in it */}
      <div ref={list} className="steps-lines" translate="no" onKeyDown={onKeyDown}>
        {lines.map((pieces, index) => {
          const line = index + 1;
          const mark = line === nextLine ? 'next' : line === ranLine ? 'ran' : undefined;
          const both = line === nextLine && line === ranLine;
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
              key={index}
              className="steps-line"
              data-number={line}
              data-mark={mark}
              data-both={both || undefined}
            >
              <button
                type="button"
                tabIndex={line === current ? 0 : -1}
                aria-label={fill(words.toLine, { line })}
                aria-current={line === nextLine ? 'step' : undefined}
                onClick={() => onLine(file, line)}
              >
                {line}
              </button>
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button beside it does the same */}
              <code onClick={() => onLine(file, line)}>
                {pieces.length === 0 ? '\u200b' : pieces.map(pieceOf)}
              </code>
            </div>
          );
        })}
      </div>
    </section>
  );
}

const pieceOf = ({ text, kind }: Piece, index: number) =>
  kind ? (
    <span key={index} data-code={kind}>
      {text}
    </span>
  ) : (
    text
  );
