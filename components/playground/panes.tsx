'use client';

import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ConsolePane } from '@/components/console/console-pane';
import { EditorPane } from '@/components/editor/editor-pane';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { useSplit } from '@/components/ui/use-split';
import { usePlayground, usePlaygroundStore } from './store-provider';

type View = 'code' | 'output';
const VIEWS: { id: View; label: string }[] = [
  { id: 'code', label: 'Code' },
  { id: 'output', label: 'Output' },
];

/** Side by side on a desk, one above the other on a narrow window, behind two tabs on a phone. */
export function Panes() {
  const store = usePlaygroundStore();
  const phone = useMediaQuery('(max-width: 39.99rem)');
  const stacked = useMediaQuery('(max-width: 55.99rem)');
  const { share, separatorProps } = useSplit(stacked, 55);
  const [view, setView] = useState<View>('code');

  useEffect(
    () =>
      store.subscribe((state, old) => {
        if (state.phase === 'starting' && old.phase !== 'starting') setView('output');
      }),
    [store],
  );

  const tabPanel = (id: View) =>
    phone ? { role: 'tabpanel', 'aria-labelledby': `tab-${id}` } : {};

  return (
    <>
      <ViewTabs view={view} onSelect={setView} />
      <div className="panes" data-view={view} style={{ '--share': `${share}%` } as CSSProperties}>
        <div id="code" className="pane" {...tabPanel('code')}>
          <EditorPane />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: an hr has no grip */}
        <div
          {...separatorProps}
          role="separator"
          tabIndex={0}
          aria-valuenow={Math.round(share)}
          className="pane-separator"
          aria-label="Resize editor and console"
          aria-controls="code"
        />
        <div id="output" className="pane" {...tabPanel('output')}>
          <ConsolePane />
        </div>
      </div>
    </>
  );
}

function ViewTabs({ view, onSelect }: { view: View; onSelect: (view: View) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const mark = usePlayground((state) => state.runMark);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = view === 'code' ? 'output' : 'code';
    onSelect(other);
    list.current?.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="View" className="view-tabs" onKeyDown={onKeyDown}>
      {VIEWS.map(({ id, label }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={view === id}
          aria-controls={id}
          tabIndex={view === id ? 0 : -1}
          onClick={() => onSelect(id)}
          className="view-tab"
        >
          {label}
          {id === 'code' && mark ? (
            <span
              className="tab-dot"
              data-kind={mark.kind}
              role="img"
              aria-label={`, line ${mark.line} is marked`}
            />
          ) : null}
        </button>
      ))}
    </div>
  );
}
