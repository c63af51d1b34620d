'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';
import { ActivitySourceProvider } from '@/components/activities/activity-source';
import { DemoView } from '@/components/demo/demo-view';
import { useTexts } from '@/components/ui/messages-provider';
import { type DemoDocument, readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { sourceLines } from '@/lib/demos/write/source-lines';
import { useLater } from './use-later';
import { useWriting, useWritingPage } from './writing-context';

interface Shown {
  /** As readers get it. */
  document: DemoDocument;
  /** Where its parts come from in the source. */
  lines: number[];
}

function shownOf(markdown: string): Shown {
  const document = readDocument(publicMarkdown(markdown));
  return { document, lines: sourceLines(readDocument(markdown), document) };
}

/** The demo as its readers will see it, a moment after each change; its blocks run. */
export function PreviewPane() {
  const texts = useTexts();
  const words = texts.messages.writing;
  const { demo, recordings } = useWritingPage();
  const markdown = useWriting((state) => state.markdown);
  const { document, lines } = useLater(markdown, shownOf);
  const latest = useRef(markdown);
  useEffect(() => {
    latest.current = markdown;
  }, [markdown]);
  const source = useCallback(() => ({ markdown: latest.current }), []);
  const recorded = useMemo(() => recordings.recordedOf(document), [recordings, document]);
  const pane = useRef<HTMLElement>(null);

  useEffect(() => {
    const shown = document.parts.flatMap((part, at) =>
      part.kind === 'note' || (part.kind === 'code' && part.role === 'setup') ? [] : [lines[at]],
    );
    const parts = pane.current?.querySelectorAll<HTMLElement>('.demo > :not(.demo-bar)') ?? [];
    for (const [at, part] of parts.entries()) part.dataset.line = String(shown[at] ?? 0);
  }, [document, lines]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={pane} className="writing-preview" aria-label={words.preview} tabIndex={0}>
      <div className="demo-page">
        <ActivitySourceProvider source={source}>
          <DemoView document={document} recorded={recorded} texts={texts} store={demo} />
        </ActivitySourceProvider>
      </div>
    </section>
  );
}
