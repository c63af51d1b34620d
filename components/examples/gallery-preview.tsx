import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import type { Example } from '@/lib/examples/catalogue';
import type { Piece } from '@/lib/highlight/pieces';
import { fill, type Texts } from '@/lib/messages/messages';
import type { GalleryItem } from './gallery-item';
import { useCode } from './use-code';
import { useColouredCode } from './use-coloured-code';

interface GalleryPreviewProps {
  item: GalleryItem;
  /** True where its code could not be fetched. */
  failed: boolean;
  /** To the list, on a phone. */
  onBack: () => void;
  onOpen: () => void;
}

export function GalleryPreview({ item, failed, onBack, onOpen }: GalleryPreviewProps) {
  const allTexts = useTexts();
  const texts = allTexts.messages.examples;
  const { title, description, facts, example, language } = item;
  const code = useCode(item);
  const lines = useColouredCode(code.text, language);

  return (
    <section className="gallery-preview" aria-label={texts.preview}>
      <div className="flex shrink-0 flex-col gap-1 px-4 pt-3 pb-3">
        <BackButton onBack={onBack} />
        <div className="flex items-start gap-3">
          <div className="min-w-0">
            <h3 className="truncate text-[0.9375rem] font-semibold">{title}</h3>
            <p className="text-xs text-muted">{facts.join(' · ')}</p>
          </div>
          <button type="button" className="gallery-open" onClick={onOpen}>
            <span className="sm:hidden">{texts.open}</span>
            <span className="max-sm:hidden">{texts.openInEditor}</span>
          </button>
        </div>
        <p>
          {[description, ...demandsOf(example, allTexts)].reduce((said, more) =>
            fill(texts.more, { description: said, more }),
          )}
        </p>
      </div>
      {failed || code.failed ? (
        <p role="alert" className="px-4 py-3 text-danger">
          {texts.notLoaded}
        </p>
      ) : (
        <section
          className="gallery-code"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
          aria-label={fill(texts.codeOf, { title })}
          translate="no"
        >
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

/** What it wants of its reader and of the server. */
function demandsOf(example: Example | undefined, { locale, messages }: Texts): string[] {
  const { asksForInput, needs } = messages.examples;
  const libraries = example?.needs && new Intl.ListFormat(locale).format(example.needs);
  return [
    ...(example?.asksForInput ? [asksForInput] : []),
    ...(libraries ? [fill(needs, { libraries })] : []),
  ];
}

function Line({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <code>
      {pieces.map(({ text, kind }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a line never move
        <span key={index} data-code={kind}>
          {text}
        </span>
      ))}
      {'\n'}
    </code>
  );
}

/** On a phone the preview takes the place of the list, and this button the focus. */
function BackButton({ onBack }: { onBack: () => void }) {
  const { toList } = useTexts().messages.examples;
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
      {toList}
    </button>
  );
}
