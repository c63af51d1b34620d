'use client';

import { useMessages } from '@/components/ui/messages-provider';
import type { ResultFailure } from '@/lib/console/result-failure';
import { textOfItem } from '@/lib/console/rich-forms';
import type { ResultBlock } from '@/lib/console/transcript';
import { PlainResult } from './plain-result';
import { FootButton, ResultFoot } from './result-foot';
import { ResultForm } from './result-form';
import { useKept } from './use-kept';

/** A value in its best form, or as text: where the reader asks for it, or where the form fails. */
export function ResultView({ block }: { block: ResultBlock }) {
  const words = useMessages().results;
  const text = textOfItem(block.item);
  const [asText, setAsText] = useKept(block, 'asText', false);
  const [failure, setFailure] = useKept<ResultFailure | undefined>(block, 'failure', undefined);

  if (failure !== undefined) return <PlainResult text={text} failure={failure} />;
  const toggle =
    text === undefined ? null : (
      <FootButton aria-pressed={asText} onClick={() => setAsText(!asText)}>
        {words.text}
      </FootButton>
    );
  if (!asText) return <ResultForm block={block} onFail={setFailure} toggle={toggle} />;
  return (
    <>
      <PlainResult text={text} />
      <ResultFoot summary={words.asText}>{toggle}</ResultFoot>
    </>
  );
}
