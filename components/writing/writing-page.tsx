'use client';

import { useEffect, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { browserStorage, tabSession } from '@/lib/client/browser';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import type { DemoOrigin } from '@/lib/demos/write/kept-demos';
import { createWritingStore, type WritingStore } from '@/lib/demos/write/writing-store';
import { fill, type Texts } from '@/lib/messages/messages';
import { readDemoSource } from '@/lib/share/demo-api';
import { ownShare } from '@/lib/share/own-shares';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { DropDocument } from './drop-document';
import { Home } from './home';
import { bindSource, createSourceStore } from './source-store';
import { starterOf } from './starter';
import { useProblems } from './use-problems';
import { WritingContext } from './writing-context';
import { WritingHead } from './writing-head';
import { WritingNotice } from './writing-notice';
import { WritingPanes } from './writing-panes';

interface Stores {
  store: WritingStore;
  source: PlaygroundStore;
}

/** The page where a demo is written: a new one, or the one of that id. */
export function WritingPage({ id }: { id?: string }) {
  const texts = useTexts();
  const words = texts.messages.writing;
  const latest = useRef(texts);
  const [stores, setStores] = useState<Stores>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    latest.current = texts;
  }, [texts]);
  useEffect(() => {
    let isCurrent = true;
    begin(id, latest.current).then(
      (store) => {
        if (isCurrent) setStores({ store, source: createSourceStore(store, () => latest.current) });
      },
      (error: unknown) => {
        if (isCurrent) setFailure(sentencesOfProblem(problemOf(error), latest.current));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);

  if (stores) return <Written {...stores} />;
  return (
    <div className="page writing">
      <header className="writing-head">
        <Home />
      </header>
      <main className="writing-wait">
        <p role={failure === undefined ? 'status' : 'alert'}>
          {failure === undefined ? words.loading : fill(words.files.notNow, { reason: failure })}
        </p>
      </main>
    </div>
  );
}

async function begin(id: string | undefined, { messages }: Texts): Promise<WritingStore> {
  const place = { storage: browserStorage(), session: tabSession(), now: Date.now };
  if (id === undefined) return createWritingStore(place, { markdown: starterOf(messages) });
  const secret = /^#edit=([a-z0-9]+)$/.exec(location.hash)?.[1] ?? ownShare(id)?.secret;
  const demo = await readDemoSource(id, secret);
  if (!demo) throw new Error('This is no demo.');
  const { title, revision, markdown } = demo;
  const origin: DemoOrigin = { id, revision, title, secret };
  return createWritingStore(place, { markdown, origin });
}

function Written({ store, source }: Stores) {
  const problems = useProblems(source);
  useEffect(() => bindSource(source, store), [source, store]);
  useEffect(() => {
    const flush = () => store.getState().flush();
    // A phone ends pages that are out of sight without a word.
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [store]);
  return (
    <WritingContext value={{ store, source, problems }}>
      <div className="page writing">
        <WritingHead />
        <WritingNotice />
        <main className="writing-main">
          <WritingPanes />
        </main>
      </div>
      <DropDocument />
    </WritingContext>
  );
}
