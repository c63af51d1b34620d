import { Lightbulb } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocale } from '@/components/ui/messages-provider';
import { sentence, sentencesOf, type Words } from '@/lib/console/explain/sentence';
import type { ExplanationBlock } from '@/lib/console/transcript';
import { type ExplanationTexts, loadExplanations } from '@/lib/messages/explanations';
import { fill } from '@/lib/messages/messages';
import { PlaceLink } from './row-links';

/** What the error above means, in plain sentences, and what to look up. */
export function ExplanationNote({ block }: { block: ExplanationBlock }) {
  const texts = useExplanationTexts();
  if (!texts) return null;
  const { explanation, place } = block;
  const { term } = texts.kinds[explanation.kind];
  return (
    <div role="note" aria-label={texts.heading} className="explanation">
      <Lightbulb className="mt-0.5 size-4 shrink-0 text-accent" aria-hidden="true" />
      <div className="min-w-0 space-y-1">
        <p className="text-xs text-muted">
          {texts.heading}
          {place ? (
            <>
              {' · '}
              <PlaceLink place={place} isRest={false}>
                {fill(texts.atLine, { line: place.line })}
              </PlaceLink>
            </>
          ) : null}
        </p>
        {sentencesOf(explanation, texts).map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the sentences never change
          <Sentence key={index} words={words} />
        ))}
        <Sentence words={sentence(texts.lookUp, { term }, texts)} isQuiet />
      </div>
    </div>
  );
}

function Sentence({ words, isQuiet = false }: { words: readonly Words[]; isQuiet?: boolean }) {
  return (
    <p className={isQuiet ? 'text-xs text-muted' : undefined}>
      {words.map(({ text, isCode }, index) => {
        const key = `${index} ${text}`;
        return isCode ? <code key={key}>{text}</code> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

/** Undefined until they have come. */
function useExplanationTexts(): ExplanationTexts | undefined {
  const locale = useLocale();
  const [loaded, setLoaded] = useState<{ locale: string; texts: ExplanationTexts }>();
  useEffect(() => {
    let isWanted = true;
    loadExplanations(locale).then(
      (texts) => isWanted && setLoaded({ locale, texts }),
      // Without a connection the traceback has to do.
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [locale]);
  return loaded?.texts;
}
