import { useTexts } from '@/components/ui/messages-provider';
import { failureInWords, type ResultFailure } from '@/lib/console/result-failure';

interface PlainResultProps {
  text: string | undefined;
  /** Where text is not what was wanted. */
  failure?: ResultFailure;
}

/** A result as text, and where that is not what was wanted one quiet line that says why. */
export function PlainResult({ text, failure }: PlainResultProps) {
  const texts = useTexts();
  return (
    <>
      <pre className="result-text">{text}</pre>
      {failure ? <p className="result-note">{failureInWords(failure, texts)}</p> : null}
    </>
  );
}
