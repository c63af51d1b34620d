'use client';

import { Keyboard } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { useActions } from '@/components/actions/actions-provider';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { IconButton } from '@/components/ui/icon-button';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import type { Action } from '@/lib/actions/registry';
import { lineCount } from '@/lib/agentbay/delivery';
import { fillPlural } from '@/lib/messages/messages';
import { usedInput } from '@/lib/store/selectors';

const PreparedPane = dynamic(() => import('./prepared-pane').then((part) => part.PreparedPane), {
  ssr: false,
});

const PANE_ID = 'prepared-input';

/** Over the output: the field for input prepared beforehand, or a line that says that there is some. */
export function PreparedInput() {
  const open = usePlayground((state) => state.preparedOpen);
  useActions(usePreparedActions());
  return <div id={PANE_ID}>{open ? <PreparedPane /> : <PreparedSign />}</div>;
}

function PreparedSign() {
  const used = usePlayground(usedInput);
  const openPrepared = usePlayground((state) => state.openPrepared);
  const switchPrepared = usePlayground((state) => state.switchPrepared);
  const texts = useMessages().prompt.prepared;
  const locale = useLocale();
  if (used === undefined) return null;
  return (
    <div className="prepared-sign">
      <Keyboard className="size-3.5 shrink-0" aria-hidden="true" />
      <p className="min-w-0">{fillPlural(locale, texts.used, lineCount(used))}</p>
      <button type="button" className="prepared-link ml-auto" onClick={() => openPrepared(true)}>
        {texts.edit}
      </button>
      <button type="button" className="prepared-link" onClick={() => switchPrepared(false)}>
        {texts.doNotUse}
      </button>
    </div>
  );
}

/** Opens and closes the field. */
export function PreparedButton() {
  const open = usePlayground((state) => state.preparedOpen);
  const openPrepared = usePlayground((state) => state.openPrepared);
  const { title } = useMessages().prompt.prepared;
  return (
    <IconButton
      label={title}
      aria-expanded={open}
      aria-controls={PANE_ID}
      data-prepared-button
      // On its way while the button is still being pressed.
      onPointerEnter={() => void import('./prepared-pane')}
      onFocus={() => void import('./prepared-pane')}
      onClick={() => openPrepared(!open)}
      className="aria-expanded:bg-hover aria-expanded:text-text"
    >
      <Keyboard className="size-4" aria-hidden="true" />
    </IconButton>
  );
}

function usePreparedActions(): Action[] {
  const store = usePlaygroundStore();
  const input = usePlayground((state) => state.preparedInputs[state.language]);
  const texts = useMessages().prompt.prepared;
  const isUsed = input?.on === true;
  const isEmpty = (input?.text ?? '') === '';
  return useMemo(
    () => [
      {
        id: 'input.prepare',
        label: texts.prepare,
        group: 'Console',
        keywords: texts.prepareKeywords,
        run: () => {
          const { maximise, openPrepared } = store.getState();
          maximise(undefined);
          const tab = document.getElementById('tab-output');
          if (tab?.checkVisibility()) tab.click();
          openPrepared(true);
        },
      },
      {
        id: 'input.use',
        label: isUsed ? texts.stopUsing : texts.startUsing,
        group: 'Console',
        keywords: texts.prepareKeywords,
        enabled: !isEmpty,
        run: () => store.getState().switchPrepared(!isUsed),
      },
    ],
    [store, isUsed, isEmpty, texts],
  );
}
