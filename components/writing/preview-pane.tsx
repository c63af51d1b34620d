'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { DemoView } from '@/components/demo/demo-view';
import { useTexts } from '@/components/ui/messages-provider';
import { readDocument } from '@/lib/demos/document';
import { publicMarkdown } from '@/lib/demos/public-demo';
import { sourceLines } from '@/lib/demos/write/source-lines';
import { useWriting, useWritingPage } from './writing-context';

const DELAY_MS = 250;

/** The demo as its readers will see it, a moment after each change; its blocks run. */
export function PreviewPane() {
  const texts = useTexts();
  const words = texts.messages.writing;
  const { demo, recordings } = useWritingPage();
  const markdown = useLater(useWriting((state) => state.markdown));
  const document = useMemo(() => readDocument(publicMarkdown(markdown)), [markdown]);
  const recorded = useMemo(() => recordings.recordedOf(document), [recordings, document]);
  const pane = useRef<HTMLElement>(null);

  useEffect(() => {
    const lines = sourceLines(readDocument(markdown), document);
    const shown = document.parts.flatMap((part, at) =>
      part.kind === 'note' || (part.kind === 'code' && part.role === 'setup') ? [] : [lines[at]],
    );
    const parts = pane.current?.querySelectorAll<HTMLElement>('.demo > :not(.demo-bar)') ?? [];
    for (const [at, part] of parts.entries()) part.dataset.line = String(shown[at] ?? 0);
  }, [document, markdown]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={pane} className="writing-preview" aria-label={words.preview} tabIndex={0}>
      <div className="demo-page">
        <DemoView document={document} recorded={recorded} texts={texts} store={demo} />
      </div>
    </section>
  );
}

/** The value as it is once it has not changed for a moment. */
function useLater<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), DELAY_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
