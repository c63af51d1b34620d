'use client';

import { useRef, useState } from 'react';
import type { monaco } from '@/components/editor/monaco';
import { useMessages } from '@/components/ui/messages-provider';
import { TabList } from '@/components/ui/tab-list';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { useSplit } from '@/components/ui/use-split';
import { PreviewPane } from './preview-pane';
import { SourcePane } from './source-pane';
import { useRunAtCursor } from './use-run-at-cursor';
import { useScrollTogether } from './use-scroll-together';

const VIEWS = ['source', 'preview'] as const;
type View = (typeof VIEWS)[number];

const HALF = 50;

/** Source and preview side by side; on a phone behind two tabs. */
export function WritingPanes() {
  const words = useMessages().writing;
  const phone = useMediaQuery('(max-width: 47.99rem)');
  const [view, setView] = useState<View>('source');
  const [share, setShare] = useState(HALF);
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const panes = useRef<HTMLDivElement>(null);
  const separatorProps = useSplit({
    stacked: false,
    share,
    min: 20,
    max: 80,
    onChange: (wanted) => setShare(wanted ?? HALF),
  });
  useScrollTogether(panes, editor);
  useRunAtCursor(() => setView('preview'));

  const panel = (id: View) => (phone ? { role: 'tabpanel', 'aria-labelledby': `tab-${id}` } : {});

  return (
    <>
      <TabList
        label={words.views}
        tabs={VIEWS}
        chosen={view}
        onChoose={setView}
        name={(id) => words[id]}
        panel={(id) => `pane-${id}`}
        className="writing-tabs"
        tabClassName="writing-tab"
      />
      <div
        ref={panes}
        className="writing-panes"
        data-view={view}
        style={{ '--share': `${share}%` } as React.CSSProperties}
      >
        <div id="pane-source" className="pane" {...panel('source')}>
          <SourcePane onEditor={setEditor} />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: an hr has no grip */}
        <div
          {...separatorProps}
          role="separator"
          tabIndex={0}
          aria-valuenow={Math.round(share)}
          className="pane-separator"
          aria-label={words.split}
          aria-controls="pane-source"
        />
        <div id="pane-preview" className="pane" {...panel('preview')}>
          <PreviewPane />
        </div>
      </div>
    </>
  );
}
