'use client';

import { useEffect, useRef, useState } from 'react';
import { useOpening, useOverlay } from '@/components/actions/actions-provider';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { Toast } from '@/components/ui/toast';
import { browserStorage } from '@/lib/client/browser';
import { documentOfTab, draftsOfTab, languageOfTab } from '@/lib/share/other-tabs';
import { draftOf } from '@/lib/share/take-up';
import type { Draft } from '@/lib/store/drafts';
import type { PlaygroundStore } from '@/lib/store/playground-store';

/** What the user should know of the browser's keeping: another tab's version, and that there is no room. */
export function StorageNotices() {
  const words = useMessages().programs;
  const { setOverlay } = useOverlay();
  const { open } = useOpening();
  const isFull = usePlayground(({ workKept, draftsFull }) => !workKept || draftsFull);
  const [isFullSeen, setIsFullSeen] = useState(false);
  const [other, setOther] = useOtherVersion();
  const tellsFull = isFull && !isFullSeen;
  const dismiss = () => (tellsFull ? setIsFullSeen(true) : setOther(undefined));
  return (
    <Toast
      label={words.otherTab.notice}
      dismissLabel={words.otherTab.dismiss}
      onDismiss={dismiss}
      about={tellsFull ? 'full' : other}
      lasts
    >
      <div className="notice-body">
        <p className="notice-words">{tellsFull ? words.noRoom.text : words.otherTab.text}</p>
        <div className="notice-actions">
          {other && !tellsFull ? (
            <button
              type="button"
              className="toast-action"
              onClick={() => {
                setOther(undefined);
                open({ kind: 'draft', draft: other, name: other.origin?.title || words.untitled });
              }}
            >
              {words.otherTab.take}
            </button>
          ) : null}
          <button
            type="button"
            className="toast-action"
            onClick={() => {
              dismiss();
              setOverlay('programs');
            }}
          >
            {words.otherTab.list}
          </button>
        </div>
      </div>
    </Toast>
  );
}

/** The newest version of another tab that works on the same program; each tab is told of once. */
function useOtherVersion() {
  const store = usePlaygroundStore();
  const told = useRef(new Set<string>());
  const [other, setOther] = useState<Draft>();
  const changed = usePlayground(({ otherTab }) => otherTab);
  useEffect(() => {
    if (!changed) return;
    const version = otherVersion(store, changed.id);
    if (!version) return;
    const isNew = !told.current.has(changed.id);
    told.current.add(changed.id);
    // As long as the notice is there, it leads to the newest.
    setOther((known) => (isNew || known ? version : known));
  }, [store, changed]);
  return [other, setOther] as const;
}

function otherVersion(store: PlaygroundStore, tab: string): Draft | undefined {
  const kept = browserStorage();
  const { documentId, language } = store.getState();
  if (!kept || documentOfTab(kept, tab) !== documentId || languageOfTab(kept, tab) !== language) {
    return undefined;
  }
  const theirs = draftsOfTab(kept, tab).find((draft) => draft.language === language);
  const ours = draftOf(store, language);
  const isSame =
    theirs?.code === ours.code && JSON.stringify(theirs.files) === JSON.stringify(ours.files);
  return isSame ? undefined : theirs;
}
