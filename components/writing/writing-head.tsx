'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { readDocument } from '@/lib/demos/document';
import { fill } from '@/lib/messages/messages';
import { FileMenu } from './file-menu';
import { Home } from './home';
import { InsertMenu } from './insert-menu';
import { useLater } from './use-later';
import { useWriting } from './writing-context';

const ShareDemoDialog = dynamic(
  () => import('./share-demo-dialog').then((part) => part.ShareDemoDialog),
  { ssr: false },
);

const titleOf = (markdown: string) => readDocument(markdown).title;

/** What the page is about, and what can be done with the document. */
export function WritingHead() {
  const words = useMessages().writing;
  const markdown = useWriting((state) => state.markdown);
  const origin = useWriting((state) => state.origin);
  const [sharing, setSharing] = useState(false);
  const [wanted, setWanted] = useState(false);
  const title = useLater(markdown, titleOf) || words.untitled;
  const share = () => {
    setWanted(true);
    setSharing(true);
  };

  useEffect(() => {
    document.title = `${title} · Runbay`;
  }, [title]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      setWanted(true);
      setSharing(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const heading =
    origin === undefined
      ? words.newTitle
      : fill(origin.secret === undefined ? words.forkTitle : words.editTitle, {
          title: origin.title || title,
        });
  return (
    <header className="writing-head">
      <Home />
      <h1 className="writing-title" dir="auto">
        {heading}
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: these are no fields of a form */}
      <div className="writing-actions" role="group" aria-label={words.actions}>
        <InsertMenu />
        <FileMenu />
        <button
          type="button"
          className="snippet-button is-main"
          aria-haspopup="dialog"
          aria-expanded={sharing}
          aria-keyshortcuts="Control+S Meta+S"
          onClick={share}
        >
          {origin?.secret === undefined ? words.share : words.saveRevision}
        </button>
      </div>
      {wanted ? <ShareDemoDialog open={sharing} onOpenChange={setSharing} /> : null}
    </header>
  );
}
