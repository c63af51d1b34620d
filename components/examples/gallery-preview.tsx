import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { GalleryItem } from './gallery-item';
import { useCode } from './use-code';
import { type Piece, useColouredCode } from './use-coloured-code';

interface GalleryPreviewProps {
  item: GalleryItem;
  /** True where its code could not be fetched. */
  failed: boolean;
  /** To the list, on a phone. */
  onBack: () => void;
  onOpen: () => void;
}

export function GalleryPreview({ item, failed, onBack, onOpen }: GalleryPreviewProps) {
  const { title, description, facts, example, language } = item;
  const code = useCode(item);
  const lines = useColouredCode(code.text, language);

  return (
    <section className="gallery-preview" aria-label="Preview">
      <div className="flex shrink-0 flex-col gap-1 px-4 pt-3 pb-3">
        <BackButton onBack={onBack} />
        <div className="flex items-start gap-3">
          <div className="min-w-0">
            <h3 className="truncate text-[0.9375rem] font-semibold">{title}</h3>
            <p className="text-xs text-muted">{facts.join(' · ')}</p>
          </div>
          <button type="button" className="gallery-open" onClick={onOpen}>
            Open<span className="max-sm:hidden"> in the editor</span>
          </button>
        </div>
        <p>
          {description}
          {example?.asksForInput ? ' It asks for input.' : ''}
          {example?.needs ? ` It needs ${new Intl.ListFormat('en').format(example.needs)}.` : ''}
        </p>
      </div>
      {failed || code.failed ? (
        <p role="alert" className="px-4 py-3 text-danger">
          The example cannot be loaded: the server cannot be reached.
        </p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="gallery-code" tabIndex={0} aria-label={`Code of ${title}`}>
          <pre>
            {lines.map((pieces, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its number
              <Line key={index} pieces={pieces} />
            ))}
          </pre>
        </section>
      )}
    </section>
  );
}

function Line({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <code>
      {pieces.map(({ text, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line never move
        <span key={index} data-kind={kind}>
          {text}
        </span>
      ))}
      {'\n'}
    </code>
  );
}

/** On a phone the preview takes the place of the list, and this button the focus. */
function BackButton({ onBack }: { onBack: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) button.current?.focus();
    });
    if (button.current) observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={button} type="button" className="gallery-back" onClick={onBack}>
      <ArrowLeft className="size-4" aria-hidden="true" />
      All examples
    </button>
  );
}
