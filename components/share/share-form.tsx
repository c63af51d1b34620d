'use client';

import { type FormEvent, useId, useState } from 'react';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { copyText } from '@/lib/client/clipboard';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { fill, fillPlural } from '@/lib/messages/messages';
import { LONG_LINK_CHARACTERS, writeProgram } from '@/lib/share/fragment';
import { ownShare, rememberShare } from '@/lib/share/own-shares';
import { fittingRun, programOf } from '@/lib/share/share-request';
import { saveRevision, shareProgram } from '@/lib/share/snippet-api';
import { originOf } from '@/lib/share/take-up';
import { endOf, type Lifetime } from './lifetimes';
import { RevisionChoice, type ShareAs } from './revision-choice';
import { SecretWarning, useSecrets } from './secret-warning';
import { ShareContents } from './share-contents';
import { CheckField, LifetimeField } from './share-options';
import type { SharedNow } from './shared-now';

/** What will be shared, and what can be said about it first. */
export function ShareForm({ onShared }: { onShared: (shared: SharedNow) => void }) {
  const store = usePlaygroundStore();
  const texts = useTexts();
  const words = texts.messages.share.dialog;
  const more = texts.messages.sharing;
  const id = useId();
  // As it was when the dialog was opened: nothing changes below it.
  const [program] = useState(() => programOf(store.getState()));
  const [origin] = useState(() => originOf(store));
  const [secret] = useState(() => origin && (origin.secret ?? ownShare(origin.id)?.secret));
  const run = usePlayground((state) => fittingRun(state, program));
  const secrets = useSecrets(program);
  const [as, setAs] = useState<ShareAs>(secret === undefined ? 'new' : 'revision');
  const [title, setTitle] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('forever');
  const [listed, setListed] = useState(false);
  const [withOutput, setWithOutput] = useState(true);
  const [sending, setSending] = useState(false);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState('');
  const isRevision = as === 'revision' && origin !== undefined && secret !== undefined;

  const send = () => {
    const output = withOutput
      ? { ...(run ? { runId: run.runId } : {}), receipt: 'run' as const }
      : {};
    if (isRevision) return saveRevision(origin.id, secret, { ...program, ...output });
    return shareProgram({
      ...program,
      ...output,
      title,
      visibility: listed ? 'listed' : 'unlisted',
      expiresAtMs: endOf(lifetime),
      parent: origin && { id: origin.id, revision: origin.revision },
    });
  };
  const share = async () => {
    setSending(true);
    setFailure('');
    try {
      await store.getState().ensureSession();
      const links = await send();
      const { language, code } = program;
      const named = isRevision ? origin.title : title.trim();
      rememberShare({ id: links.id, secret: links.secret, title: named, language });
      const { revision } = links;
      store
        .getState()
        .setOrigin(language, { id: links.id, revision, title: named, secret: links.secret });
      onShared({
        links,
        title:
          named ||
          fill(texts.messages.share.page.untitled, { language: LANGUAGE_NAMES[language].name }),
        lineCount: code.replace(/\n$/, '').split('\n').length,
        isRevision,
      });
    } catch (error) {
      setFailure(sentencesOfProblem(problemOf(error), texts));
      setSending(false);
    }
  };
  const copyWhole = async () => {
    const link = location.origin + location.pathname + (await writeProgram(program));
    const isCopied = await copyText(link);
    const length = fillPlural(texts.locale, words.wholeLong, link.length);
    if (!isCopied) setSaid(words.notCopied);
    else setSaid(link.length > LONG_LINK_CHARACTERS ? length : words.wholeCopied);
  };
  const main = isRevision ? more.revision.save : words.share;

  return (
    <form
      className="share-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!sending) void share();
      }}
    >
      {origin && secret !== undefined ? (
        <RevisionChoice origin={origin} program={program} value={as} onChange={setAs} />
      ) : null}
      {origin && secret === undefined ? (
        <p className="share-hint">
          {fill(more.revision.fork, { title: origin.title || origin.id })}
        </p>
      ) : null}
      {isRevision ? null : (
        <>
          <label htmlFor={`${id}-title`} className="share-label">
            {words.titleLabel}
          </label>
          <input
            id={`${id}-title`}
            className="share-field"
            value={title}
            maxLength={200}
            placeholder={words.titlePlaceholder}
            onChange={(event) => setTitle(event.target.value)}
          />
        </>
      )}
      <ShareContents program={program} withOutput={withOutput} run={run} />
      <CheckField checked={withOutput} onChange={setWithOutput}>
        {words.withOutput}
      </CheckField>
      {isRevision ? null : (
        <>
          <CheckField checked={listed} onChange={setListed}>
            {words.listed}
          </CheckField>
          <LifetimeField value={lifetime} onChange={setLifetime} />
        </>
      )}
      <SecretWarning secrets={secrets} />
      <div className="share-foot">
        <button type="submit" className="snippet-button is-main" aria-disabled={sending}>
          {sending ? words.sending : secrets.length > 0 ? words.shareAnyway : main}
        </button>
        <button type="button" className="snippet-button" onClick={() => void copyWhole()}>
          {words.whole}
        </button>
        <p role="status" className="share-said">
          {said}
        </p>
        <p role="alert" className="share-failure">
          {failure}
        </p>
      </div>
      <p className="share-hint">{words.wholeHint}</p>
    </form>
  );
}
