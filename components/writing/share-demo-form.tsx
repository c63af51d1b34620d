'use client';

import { type FormEvent, useId, useMemo, useState } from 'react';
import { endOf, type Lifetime } from '@/components/share/lifetimes';
import { SecretWarning, useSecrets } from '@/components/share/secret-warning';
import { CheckField, LifetimeField } from '@/components/share/share-options';
import { useTexts } from '@/components/ui/messages-provider';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { readDocument } from '@/lib/demos/document';
import { fill, fillPlural } from '@/lib/messages/messages';
import { saveDemoRevision, shareDemo, writingUrlOf } from '@/lib/share/demo-api';
import { rememberShare } from '@/lib/share/own-shares';
import type { DemoShared } from './demo-links';
import { DEMO_PATH } from './source-store';
import { useWritingPage } from './writing-context';

/** What will be shared, and what can be said about it first. */
export function ShareDemoForm({ onShared }: { onShared: (shared: DemoShared) => void }) {
  const texts = useTexts();
  const { share, sharing, writing } = texts.messages;
  const words = writing.dialog;
  const { store, problems } = useWritingPage();
  const id = useId();
  // As it was when the dialog was opened: nothing changes below it.
  const [{ markdown, origin }] = useState(() => store.getState());
  const heading = useMemo(() => plainTitle(readDocument(markdown).title), [markdown]);
  const secrets = useSecrets(useMemo(() => asFiles(markdown), [markdown]));
  const secret = origin?.secret;
  const [isRevision, setRevision] = useState(secret !== undefined);
  const [title, setTitle] = useState(heading);
  const [lifetime, setLifetime] = useState<Lifetime>('forever');
  const [listed, setListed] = useState(false);
  const [withOutput, setWithOutput] = useState(true);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState('');

  const send = () => {
    const content = { markdown, ...(withOutput ? { receipt: 'run' as const } : {}) };
    if (isRevision && origin && secret !== undefined)
      return saveDemoRevision(origin.id, secret, content);
    return shareDemo({
      ...content,
      title: title.trim(),
      visibility: listed ? 'listed' : 'unlisted',
      expiresAtMs: endOf(lifetime),
      parent: origin && { id: origin.id, revision: origin.revision },
    });
  };
  const start = async () => {
    setSending(true);
    setFailure('');
    try {
      const made = await send();
      const named = isRevision && origin ? origin.title : title.trim();
      rememberShare({ id: made.id, secret: made.secret, title: named, language: 'markdown' });
      store.getState().shared({
        id: made.id,
        revision: made.revision,
        title: named,
        secret: made.secret,
      });
      history.replaceState(null, '', writingUrlOf(made.id, made.secret));
      onShared({ ...made, isRevision, title: named || heading || writing.untitled });
    } catch (error) {
      setFailure(sentencesOfProblem(problemOf(error), texts));
      setSending(false);
    }
  };
  const radio = (value: boolean, text: string, hint: string) => (
    <label className="share-check">
      <input
        type="radio"
        name={id}
        checked={isRevision === value}
        onChange={() => setRevision(value)}
      />
      <span>
        <span className="font-medium wrap-anywhere">{text}</span>
        <span className="share-hint block">{hint}</span>
      </span>
    </label>
  );
  const main = isRevision ? sharing.revision.save : share.dialog.share;

  return (
    <form
      className="share-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!sending) void start();
      }}
    >
      {origin && secret !== undefined ? (
        <fieldset className="share-as">
          <legend className="share-label">{sharing.revision.legend}</legend>
          {radio(
            true,
            fill(words.sameTitle, { title: origin.title || heading || origin.id }),
            sharing.revision.sameHint,
          )}
          {radio(
            false,
            words.fresh,
            fill(sharing.revision.freshHint, { title: origin.title || origin.id }),
          )}
        </fieldset>
      ) : null}
      {origin && secret === undefined ? (
        <p className="share-hint">{fill(words.forked, { title: origin.title || origin.id })}</p>
      ) : null}
      {isRevision ? null : (
        <>
          <label htmlFor={`${id}-title`} className="share-label">
            {share.dialog.titleLabel}
          </label>
          <input
            id={`${id}-title`}
            className="share-field"
            value={title}
            maxLength={200}
            placeholder={share.dialog.titlePlaceholder}
            onChange={(event) => setTitle(event.target.value)}
          />
        </>
      )}
      <div className="share-contents">
        <p>{words.contents}</p>
        {problems.length > 0 ? (
          <p className="mt-2">{fillPlural(texts.locale, words.remarks, problems.length)}</p>
        ) : null}
      </div>
      <CheckField checked={withOutput} onChange={setWithOutput}>
        {words.withOutput}
        <span className="share-hint block">{words.records}</span>
      </CheckField>
      {isRevision ? null : (
        <>
          <CheckField checked={listed} onChange={setListed}>
            {share.dialog.listed}
          </CheckField>
          <LifetimeField value={lifetime} onChange={setLifetime} />
        </>
      )}
      <SecretWarning secrets={secrets} />
      <div className="share-foot">
        <button type="submit" className="snippet-button is-main" aria-disabled={sending}>
          {sending ? words.recording : secrets.length > 0 ? share.dialog.shareAnyway : main}
        </button>
        <p role="alert" className="share-failure">
          {failure}
        </p>
      </div>
    </form>
  );
}

/** A heading's text without what marks it in Markdown. */
const plainTitle = (title: string) => title.replace(/[*_`~]|\\(?=[^\w\s])/g, '').slice(0, 200);

const asFiles = (markdown: string) => ({
  language: 'python' as const,
  code: '',
  files: [{ path: DEMO_PATH, text: markdown }],
  timeoutS: 10,
});
