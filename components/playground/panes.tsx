'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { ConsolePane } from '@/components/console/console-pane';
import { FilesButton } from '@/components/files/files-button';
import { useMessages } from '@/components/ui/messages-provider';
import { TabList } from '@/components/ui/tab-list';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { useSplit } from '@/components/ui/use-split';
import { fill } from '@/lib/messages/messages';
import { SHARE } from '@/lib/store/settings';
import { usePlayground, usePlaygroundStore } from './store-provider';

type View = 'code' | 'output';
const VIEWS: View[] = ['code', 'output'];

/**
 * Side by side on a desk, one above the other on a narrow window, as the settings say, and behind two
 * tabs on a phone. Which pane comes first and how much room it has stands on the page's root, as that
 * is there before the first paint (`showAppearance`).
 */
export function Panes({ editor }: { editor: ReactNode }) {
  const texts = useMessages().playground;
  const store = usePlaygroundStore();
  const phone = useMediaQuery('(max-width: 39.99rem)');
  const { arrangement, share } = usePlayground((state) => state.appearance);
  const maximised = usePlayground((state) => state.maximised);
  const setShare = usePlayground((state) => state.setShare);
  const separatorProps = useSplit({
    ...SHARE,
    stacked: arrangement.startsWith('stacked'),
    share,
    onChange: setShare,
  });
  const [view, setView] = useState<View>('code');

  useEffect(
    () =>
      store.subscribe((state, old) => {
        if (state.revealed && state.revealed !== old.revealed) setView('code');
        if (state.insertion && state.insertion !== old.insertion) setView('code');
        if (state.phase !== 'starting' || old.phase === 'starting') return;
        setView('output');
        // Who runs a program wants to see what it prints.
        if (state.maximised === 'editor') state.maximise(undefined);
      }),
    [store],
  );

  const tabPanel = (id: View) =>
    phone ? { role: 'tabpanel', 'aria-labelledby': `tab-${id}` } : {};

  return (
    <>
      <div className="view-bar">
        <ViewTabs view={view} onSelect={setView} />
        <FilesButton />
      </div>
      <div className="panes" data-view={view} data-maximised={maximised}>
        <div id="code" className="pane" {...tabPanel('code')}>
          {editor}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: an hr has no grip */}
        <div
          {...separatorProps}
          role="separator"
          tabIndex={0}
          aria-valuenow={Math.round(share)}
          className="pane-separator"
          aria-label={texts.resizePanes}
          aria-controls={arrangement.endsWith('swapped') ? 'output' : 'code'}
        />
        <div id="output" className="pane" {...tabPanel('output')}>
          <ConsolePane />
        </div>
      </div>
    </>
  );
}

function ViewTabs({ view, onSelect }: { view: View; onSelect: (view: View) => void }) {
  const texts = useMessages().playground;
  const mark = usePlayground((state) => state.runMark);
  return (
    <TabList
      label={texts.view}
      tabs={VIEWS}
      chosen={view}
      onChoose={onSelect}
      name={(id) => (
        <>
          {texts[id]}
          {id === 'code' && mark ? (
            <span
              className="tab-dot"
              data-kind={mark.kind}
              role="img"
              aria-label={fill(texts.lineMarked, { line: mark.line })}
            />
          ) : null}
        </>
      )}
      panel={(id) => id}
      className="view-tabs"
      tabClassName="view-tab"
    />
  );
}
