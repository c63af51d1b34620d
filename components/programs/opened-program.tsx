'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useOpening, useOverlay } from '@/components/actions/actions-provider';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import type { Opening } from '@/components/share/opening';
import { useTexts } from '@/components/ui/messages-provider';
import { Toast } from '@/components/ui/toast';
import type { Texts } from '@/lib/messages/messages';
import { readLink } from '@/lib/share/read-link';
import { bringOwnBack, type OwnWork } from '@/lib/share/take-up';
import type { PlaygroundStore } from '@/lib/store/playground-store';
import type { Incoming } from '@/lib/store/workspace-slice';
import { AddressDialog } from './address-dialog';
import { openBlank, openFiles, openKept, openLink } from './open-program';
import { wordsOfRefusal } from './refusal-words';

const begun = new WeakSet<Opening>();

/** What came of it. */
export interface Outcome {
  said: string;
  notes: string[];
  /** What stood there, where it was the user's own. */
  own: OwnWork | undefined;
}

/** Opens a program from wherever it is, says so, and offers to bring back what stood there. */
export function OpenedProgram({ opening }: { opening: Opening }) {
  const store = usePlaygroundStore();
  const texts = useTexts();
  const words = texts.messages.programs.opened;
  const { setOverlay } = useOverlay();
  const { open } = useOpening();
  const [outcome, setOutcome] = useState<Outcome>();
  const [asked, setAsked] = useState<{ linked: string | undefined }>();

  const latest = useRef(opening);

  useEffect(() => {
    latest.current = opening;
    // Each is worked on once, whatever else changes.
    if (begun.has(opening)) return;
    begun.add(opening);
    const linked = linkedAddress(opening);
    if (linked !== undefined || opening.kind === 'address') {
      forgetFragment(opening);
      setAsked({ linked });
      return;
    }
    const isCurrent = () => latest.current === opening;
    const failed = (error: unknown): Outcome => ({
      said: wordsOfRefusal(error, texts),
      notes: [],
      own: undefined,
    });
    void work(store, opening, texts, isCurrent)
      .catch(failed)
      .then((found) => {
        if (found && isCurrent()) setOutcome(found);
      });
  }, [opening, store, texts]);

  const dismiss = useCallback(() => setOutcome(undefined), []);
  const fetched = async (file: Incoming) => {
    const found = await openFiles(store, [file], texts);
    setAsked(undefined);
    setOutcome(found);
    focusPane('editor');
  };
  const own = outcome?.own;
  return (
    <>
      {asked ? (
        <AddressDialog
          linked={asked.linked}
          onClose={() => setAsked(undefined)}
          onFetched={fetched}
          onOwn={(id) => {
            setAsked(undefined);
            open({ kind: 'link', fragment: `#open=${id}` });
          }}
        />
      ) : null}
      <Toast
        label={words.notice}
        dismissLabel={words.dismiss}
        onDismiss={dismiss}
        about={outcome}
        lasts={(outcome?.notes.length ?? 0) > 0}
      >
        {outcome ? (
          <div className="notice-body">
            <div className="notice-words">
              <p>{own ? `${outcome.said} ${words.ownIsKept}` : outcome.said}</p>
              {outcome.notes.length > 0 ? (
                <ul className="opened-notes">
                  {outcome.notes.map((note) => (
                    <li key={note}>{note}</li>
                  ))}
                </ul>
              ) : null}
            </div>
            {own ? (
              <div className="notice-actions">
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
                <button
                  type="button"
                  className="toast-action"
                  onClick={() => {
                    dismiss();
                    setOverlay('programs');
                  }}
                >
                  {words.list}
                </button>
              </div>
            ) : null}
          </div>
        ) : null}
      </Toast>
    </>
  );
}

/** Undefined where nothing is to be said. */
async function work(
  store: PlaygroundStore,
  opening: Opening,
  texts: Texts,
  isCurrent: () => boolean,
): Promise<Outcome | undefined> {
  if (opening.kind === 'link') {
    const found = await readLink(opening.fragment);
    forgetFragment(opening);
    return isCurrent() ? openLink(store, found, texts) : undefined;
  }
  const outcome = await openOther(store, opening, texts);
  focusPane('editor');
  return outcome;
}

async function openOther(
  store: PlaygroundStore,
  opening: Opening,
  texts: Texts,
): Promise<Outcome | undefined> {
  if (opening.kind === 'files') return openFiles(store, opening.files, texts);
  if (opening.kind === 'draft') return openKept(store, opening.draft, opening.name, texts);
  return opening.kind === 'new' ? openBlank(store, texts) : undefined;
}

/** A reload shows what has become of the program, not the link again. */
function forgetFragment(opening: Opening): void {
  if (opening.kind === 'link' && location.hash === opening.fragment) {
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

/** The address of the web in a link of this page. */
function linkedAddress(opening: Opening): string | undefined {
  const coded = opening.kind === 'link' ? /^#url=(.*)$/s.exec(opening.fragment)?.[1] : undefined;
  if (coded === undefined) return undefined;
  try {
    return decodeURIComponent(coded);
  } catch {
    return coded;
  }
}
