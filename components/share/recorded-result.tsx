'use client';

import { useState, useSyncExternalStore } from 'react';
import { PlainResult } from '@/components/results/plain-result';
import { ResultBoundary } from '@/components/results/result-boundary';
import { ResultView } from '@/components/results/result-view';
import type { RichItem } from '@/lib/agentbay/contract';
import { bestForm, textOfItem } from '@/lib/console/rich-forms';

const nothing = () => () => {};

/** A recorded result in its best form; where that needs a script, as text until there is one. */
export function RecordedResult({ item }: { item: RichItem }) {
  const [block] = useState(() => {
    const form = bestForm(item);
    return form && ({ kind: 'result', item, form } as const);
  });
  const hasScript = useSyncExternalStore(
    nothing,
    () => true,
    () => false,
  );
  const needsScript = block?.form.kind === 'chart' || block?.form.kind === 'html';
  return (
    <div className="result">
      {!block || (needsScript && !hasScript) ? (
        <PlainResult text={textOfItem(item)} />
      ) : (
        <ResultBoundary block={block}>
          <ResultView block={block} />
        </ResultBoundary>
      )}
    </div>
  );
}
