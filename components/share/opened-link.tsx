'use client';

import { useEffect, useState } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useTexts } from '@/components/ui/messages-provider';
import { Toast } from '@/components/ui/toast';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { wordsOfProblem } from '@/lib/client/problem-words';
import { fill, type Texts } from '@/lib/messages/messages';
import { type LinkedProgram, type LinkFailure, readLink } from '@/lib/share/read-link';
import { bringOwnBack, type OwnWork, takeUp } from '@/lib/share/take-up';

type Outcome =
  | { kind: 'opened'; linked: LinkedProgram; own: OwnWork | undefined }
  | { kind: 'failed'; failure: LinkFailure };

/** Takes up the program of a link, says so, and offers to bring back what stood there. */
export function OpenedLink({ link }: { link: { fragment: string } }) {
  const store = usePlaygroundStore();
  const texts = useTexts();
  const words = texts.messages.share.opened;
  const [outcome, setOutcome] = useState<Outcome>();

  useEffect(() => {
    let isCurrent = true;
    void readLink(link.fragment).then((linked) => {
      if (!isCurrent) return;
      // A reload shows what has become of the program, not the link again.
      if (location.hash === link.fragment) {
        history.replaceState(history.state, '', location.pathname + location.search);
      }
      if ('failure' in linked) setOutcome({ kind: 'failed', failure: linked.failure });
      else {
        setOutcome({ kind: 'opened', linked, own: takeUp(store, linked.program, linked.from) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [link, store]);

  const dismiss = () => setOutcome(undefined);
  const own = outcome?.kind === 'opened' ? outcome.own : undefined;
  return (
    <Toast label={words.notice} dismissLabel={words.dismiss} onDismiss={dismiss} about={outcome}>
      {outcome ? <span className="wrap-anywhere">{said(outcome, texts)}</span> : null}
      {own ? (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            bringOwnBack(store, own);
            dismiss();
          }}
        >
          {words.bringBack}
        </button>
      ) : null}
    </Toast>
  );
}

function said(outcome: Outcome, texts: Texts): string {
  const words = texts.messages.share.opened;
  if (outcome.kind === 'opened') {
    const { title, program } = outcome.linked;
    const named = title
      ? fill(words.titled, { title })
      : fill(words.untitled, { language: LANGUAGE_NAMES[program.language].name });
    return outcome.own ? `${named} ${words.ownIsKept}` : named;
  }
  const { failure } = outcome;
  if (typeof failure === 'string') return words.failures[failure];
  const { title, detail } = wordsOfProblem(failure.problem, texts);
  return `${title}. ${detail}`;
}
