'use client';

import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { problemOf } from '@/lib/client/problem';
import { sentencesOfProblem } from '@/lib/client/problem-words';
import { writingUrlOf } from '@/lib/share/demo-api';
import { forgetShare, renameShare } from '@/lib/share/own-shares';
import { changeSnippet, deleteSnippet, type HeadChanges } from '@/lib/share/snippet-api';
import type { SnippetKind, Visibility } from '@/lib/snippets/contract';
import { endOf, type Lifetime } from './lifetimes';
import { CheckField, LifetimeField } from './share-options';

/** What is known of it. */
export interface ManagedSnippet {
  id: string;
  /** Absent: it is a program. */
  kind?: SnippetKind;
  title: string;
  visibility: Visibility;
  /** Milliseconds since 1970. */
  expiresAtMs?: number | undefined;
}

interface ManageSnippetProps {
  snippet: ManagedSnippet;
  secret: string;
  /** False: it was kept in this browser, and nobody has asked for the form. */
  isInAddress: boolean;
}

/** What its author can do with a shared program: title, listing, end, deletion. */
export function ManageSnippet({ snippet, secret, isInAddress }: ManageSnippetProps) {
  const texts = useTexts();
  const words = texts.messages.share.manage;
  const dialogWords = texts.messages.share.dialog;
  const id = useId();
  const [title, setTitle] = useState(snippet.title);
  const [listed, setListed] = useState(snippet.visibility === 'listed');
  const [lifetime, setLifetime] = useState<'keep' | Lifetime>('keep');
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  const isDemo = snippet.kind === 'demo';
  const editing = isDemo ? writingUrlOf(snippet.id, secret) : `/#open=${snippet.id}&edit=${secret}`;

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setSaid('');
    try {
      await work();
      location.reload();
    } catch (error) {
      setSaid(sentencesOfProblem(problemOf(error), texts));
      setBusy(false);
    }
  };
  const save = () => {
    const changes: HeadChanges = { title, visibility: listed ? 'listed' : 'unlisted' };
    if (lifetime !== 'keep') changes.expiresAtMs = endOf(lifetime);
    return attempt(async () => {
      await changeSnippet(snippet.id, secret, changes);
      renameShare(snippet.id, title);
    });
  };
  const remove = () =>
    attempt(async () => {
      await deleteSnippet(snippet.id, secret);
      forgetShare(snippet.id);
    });

  return (
    <section className="snippet-part snippet-manage" aria-label={words.title}>
      <details open={isInAddress}>
        <summary className="snippet-part-head">
          <h2>{words.title}</h2>
        </summary>
        <form
          className="share-form p-4"
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            void save();
          }}
        >
          <p className="share-hint">{isInAddress ? words.hint : words.hintOwn}</p>
          <label htmlFor={`${id}-title`} className="share-label">
            {dialogWords.titleLabel}
          </label>
          <input
            id={`${id}-title`}
            className="share-field"
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
          <CheckField checked={listed} onChange={setListed}>
            {dialogWords.listed}
          </CheckField>
          <LifetimeField
            value={lifetime}
            onChange={setLifetime}
            first={{ value: 'keep', label: words.asItIs }}
          />
          <div className="share-foot">
            <button type="submit" className="snippet-button is-main" aria-disabled={busy}>
              {words.save}
            </button>
            <a className="snippet-button" href={editing}>
              {isDemo ? texts.messages.writing.page.edit : texts.messages.sharing.revision.edit}
            </a>
            {asked ? (
              <>
                <button
                  type="button"
                  className="snippet-button is-danger"
                  onClick={() => void remove()}
                >
                  {words.removeForGood}
                </button>
                <button type="button" className="snippet-button" onClick={() => setAsked(false)}>
                  {words.keep}
                </button>
              </>
            ) : (
              <button
                type="button"
                className="snippet-button is-danger"
                onClick={() => setAsked(true)}
              >
                {words.remove}
              </button>
            )}
          </div>
          {asked ? <p>{words.removeHint}</p> : null}
          <p role="alert" className="share-failure">
            {said}
          </p>
        </form>
      </details>
    </section>
  );
}
