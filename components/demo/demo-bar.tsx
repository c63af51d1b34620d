'use client';

import { ListRestart, Play, Square } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { isDemoBusy } from '@/lib/demos/demo-store';
import { useDemo, useDemoStore, useHasScript } from './demo-provider';

/** Of what says which keys a block's field has. */
export const KEYS_HINT_ID = 'demo-keys';

/** What is done with all blocks of a page. */
export function DemoBar() {
  const words = useMessages().demo;
  const store = useDemoStore();
  const hasScript = useHasScript();
  const isBusy = useDemo(isDemoBusy);
  const hasFailed = useDemo((state) => state.hasFailed);
  const endedAt = useDemo((state) => state.endedAt);
  const [said, setSaid] = useState('');

  return (
    // biome-ignore lint/a11y/useSemanticElements: these are no fields of a form
    <div
      role="group"
      aria-label={words.bar}
      className="demo-bar"
      data-print="no"
      style={{ visibility: hasScript ? undefined : 'hidden' }}
    >
      <button
        type="button"
        className="snippet-button"
        title={isBusy ? undefined : words.runAllHint}
        onClick={() => {
          setSaid('');
          if (isBusy) store.getState().stop();
          else void store.getState().runAll();
        }}
      >
        {isBusy ? (
          <Square className="size-3.5" aria-hidden="true" />
        ) : (
          <Play className="size-3.5" aria-hidden="true" />
        )}
        {isBusy ? words.stopAll : words.runAll}
      </button>
      <button
        type="button"
        className="snippet-button"
        title={words.resetAllHint}
        onClick={() => {
          store.getState().reset();
          setSaid(words.wasReset);
        }}
      >
        <ListRestart className="size-3.5" aria-hidden="true" />
        {words.resetAll}
      </button>
      <span role="status" className="snippet-said">
        {endedAt === undefined ? (
          said
        ) : (
          <>
            {words.endedAt} <a href={`#${endedAt}`}>{words.toEnd}</a>
          </>
        )}
      </span>
      {hasFailed ? (
        <p role="alert" className="demo-problem">
          {words.notLoaded}
        </p>
      ) : null}
      <KeysHint />
    </div>
  );
}

export function KeysHint() {
  return (
    <p id={KEYS_HINT_ID} className="sr-only">
      {useMessages().demo.keys}
    </p>
  );
}
