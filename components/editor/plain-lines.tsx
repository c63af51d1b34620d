import { memo, useState } from 'react';
import { usePlayground } from '@/components/playground/store-provider';
import { createLineColours } from '@/lib/highlight/line-colours';
import type { Piece } from '@/lib/highlight/pieces';
import { FIRST_PROGRAMS } from '@/lib/store/programs';
import { openLanguage, openRunMark, openText } from '@/lib/store/selectors';

/** What is seen of the plain editor: the program in colours, with its line numbers and the marked line. */
export function PlainLines({ firstLines }: { firstLines: readonly Piece[][] }) {
  const code = usePlayground(openText);
  const language = usePlayground(openLanguage);
  const mark = usePlayground(openRunMark);
  const [colour] = useState(createLineColours);
  const isFirst = language === 'python' && code === FIRST_PROGRAMS.python;

  return (
    <div className="plain-lines" aria-hidden="true">
      {(isFirst ? firstLines : colour(code, language)).map((pieces, index) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
          key={index}
          pieces={pieces}
          mark={mark?.line === index + 1 ? mark.kind : undefined}
        />
      ))}
    </div>
  );
}

interface LineProps {
  pieces: readonly Piece[];
  mark: string | undefined;
}

const Line = memo(function Line({ pieces, mark }: LineProps) {
  return (
    <code className={mark && `run-mark-${mark}`}>
      {pieces.length === 0 ? '\u200b' : pieces.map(pieceOf)}
    </code>
  );
});

const pieceOf = ({ text, kind }: Piece, index: number) =>
  kind ? (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line are made anew when it changes
    <span key={index} data-code={kind}>
      {text}
    </span>
  ) : (
    text
  );
