'use client';

import { useEffect, useRef, useState } from 'react';
import { Message, MessageLink } from '@/components/ui/message';
import { useTexts } from '@/components/ui/messages-provider';
import type { Problem } from '@/lib/agentbay/contract';
import { browserStorage, tabSession } from '@/lib/client/browser';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { readDocument } from '@/lib/demos/document';
import type { DemoOrigin } from '@/lib/demos/write/kept-demos';
import { createWritingStore, type WritingStore } from '@/lib/demos/write/writing-store';
import { pathOfRef } from '@/lib/lessons/lesson-ref';
import type { Texts } from '@/lib/messages/messages';
import { type DemoSource, readCopy, readDemoSource, readPublicSource } from '@/lib/share/demo-api';
import { ownShare } from '@/lib/share/own-shares';
import { urlOf } from '@/lib/snippets/links';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import { createDemoStores, type DemoStores } from './demo-stores';
import { DropDocument } from './drop-document';
import { Home } from './home';
import { bindSource, createSourceStore } from './source-store';
import { starterOf } from './starter';
import { useProblems } from './use-problems';
import { WritingContext } from './writing-context';
import { WritingHead } from './writing-head';
import { WritingNotice } from './writing-notice';
import { WritingPanes } from './writing-panes';

interface Stores extends DemoStores {
  store: WritingStore;
  source: PlaygroundStore;
}

/** The page where a demo is written: a new one, or the one of that id. */
export function WritingPage({ id }: { id?: string }) {
  const texts = useTexts();
  const words = texts.messages.writing;
  const latest = useRef(texts);
  const [stores, setStores] = useState<Stores>();
  const [failure, setFailure] = useState<Problem>();

  useEffect(() => {
    latest.current = texts;
  }, [texts]);
  useEffect(() => {
    let isCurrent = true;
    begin(id, latest.current).then(
      (begun) => {
        if (isCurrent) setStores(storesOf(begun, () => latest.current));
      },
      (error: unknown) => {
        if (isCurrent) setFailure(problemOf(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);

  if (stores) return <Written {...stores} />;
  if (failure) return <NotLoaded problem={failure} />;
  return (
    <div className="page writing">
      <header className="writing-head">
        <Home />
      </header>
      <main className="writing-wait">
        <p role="status">{words.loading}</p>
        <noscript>
          <p>{words.noScript}</p>
        </noscript>
      </main>
    </div>
  );
}

/** The document is not there, or not now. */
function NotLoaded({ problem }: { problem: Problem }) {
  const texts = useTexts();
  const { share, writing } = texts.messages;
  const { code } = problem;
  const known = code === 'gone' ? share.gone : code === 'not_found' ? share.missing : undefined;
  return (
    <Message title={known?.title ?? writing.failed.title}>
      <p role="alert">{known?.text ?? sentencesOfProblem(problem, texts)}</p>
      {known ? (
        <MessageLink href="/d/new">{writing.newTitle}</MessageLink>
      ) : (
        <MessageLink href="">{writing.failed.again}</MessageLink>
      )}
    </Message>
  );
}

interface Begun {
  store: WritingStore;
  /** What the server has of it. */
  saved?: DemoSource;
}

function storesOf({ store, saved }: Begun, texts: () => Texts): Stores {
  const stores = createDemoStores(store.getState().markdown, texts);
  if (saved) stores.recordings.add(readDocument(saved.markdown), saved.recorded);
  return { ...stores, store, source: createSourceStore(store, texts) };
}

async function begin(id: string | undefined, { messages }: Texts): Promise<Begun> {
  const place = { storage: browserStorage(), session: tabSession(), now: Date.now };
  if (id === undefined) {
    const copied = readCopy(location.hash);
    const store = createWritingStore(place, { markdown: starterOf(messages) });
    if (copied !== undefined) {
      const markdown = await readPublicSource(pathOfRef(copied, '.md'));
      history.replaceState(null, '', location.pathname);
      store.getState().startNew(markdown);
      tellOfCopy(store, markdown);
    }
    return { store };
  }
  const secret = /^#edit=([a-z0-9]+)$/.exec(location.hash)?.[1] ?? ownShare(id)?.secret;
  const saved = await readDemoSource(id, secret);
  if (!saved) {
    // A program, which can be shown as a demo.
    const markdown = await readPublicSource(`${urlOf(id, undefined, 'demo')}.txt`);
    const origin: DemoOrigin = { id, revision: 1, title: '' };
    return { store: createWritingStore(place, { markdown, origin }) };
  }
  const { title, revision, markdown } = saved;
  const origin: DemoOrigin = { id, revision, title, secret };
  const store = createWritingStore(place, { markdown, origin });
  if (secret === undefined) tellOfCopy(store, markdown);
  return { store, saved };
}

/** Of exercises a reader has not everything. */
function tellOfCopy(store: WritingStore, markdown: string): void {
  const hasExercises = readDocument(markdown).parts.some(({ kind }) => kind === 'activity');
  if (hasExercises && store.getState().notice === undefined)
    store.setState({ notice: { kind: 'copied' } });
}

function Written({ store, source, demo, recordings }: Stores) {
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
    <WritingContext value={{ store, source, demo, recordings, problems }}>
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
