'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useRef, useState } from 'react';
import { useOpening, useOverlay } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';
import type { Opening } from '@/components/share/opening';
import { DialogHead } from '@/components/ui/dialog-head';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import { SearchField } from '@/components/ui/search-field';
import { fill, fillPlural } from '@/lib/messages/messages';
import { writingUrlOf } from '@/lib/share/demo-api';
import { findOwnPrograms, type OwnProgram } from '@/lib/share/own-programs';
import { editUrlOf } from '@/lib/snippets/links';
import { MakeAndSave } from './make-and-save';
import { ProgramRow, titleOfOwn } from './program-row';
import { useOwnPrograms } from './use-own-programs';

/** Everything that this browser keeps of the user's, and the ways to begin with something else. */
export function ProgramsDialog() {
  const words = useMessages().programs;
  const { overlay, setOverlay } = useOverlay();
  const { open } = useOpening();
  // What is opened moves the focus: it is opened when this dialog has gone.
  const chosen = useRef<() => void>(undefined);
  const close = (then: () => void) => {
    chosen.current = then;
    setOverlay(undefined);
  };
  return (
    <Dialog.Root
      open={overlay === 'programs'}
      onOpenChange={(isOpen) => setOverlay(isOpen ? 'programs' : undefined)}
      onOpenChangeComplete={(isOpen) => {
        if (isOpen) return;
        const then = chosen.current;
        chosen.current = undefined;
        if (then) setTimeout(then);
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="share-dialog programs-dialog">
          <DialogHead title={words.title} close={words.close} />
          <MakeAndSave close={close} />
          <Contents onOpen={(opening) => close(() => open(opening))} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Contents({ onOpen }: { onOpen: (opening: Opening) => void }) {
  const texts = useTexts();
  const { locale, messages } = texts;
  const words = messages.programs;
  const isFull = usePlayground((state) => state.draftsFull);
  const { items, removed, said, rename, remove, undo } = useOwnPrograms();
  const [query, setQuery] = useState('');
  if (!items) return null;
  const found = findOwnPrograms(items, query);
  const openingOf = (item: OwnProgram): Opening => {
    if (item.kind !== 'share') {
      return { kind: 'draft', draft: item.draft, name: titleOfOwn(item, texts) };
    }
    const { id, secret } = item.share;
    const [, fragment] = editUrlOf(id, secret).split('#');
    return { kind: 'link', fragment: `#open=${id}&${fragment}` };
  };

  return (
    <>
      {isFull ? <p className="programs-full">{words.full}</p> : null}
      {items.length === 0 ? (
        <p className="option-none">{words.empty}</p>
      ) : (
        <>
          <SearchField
            aria-label={words.search}
            placeholder={words.placeholder}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
          <ul className="programs-list" aria-label={words.title}>
            {found.map((item) => (
              <ProgramRow
                key={`${item.kind} ${item.key}`}
                item={item}
                onOpen={() => {
                  // A demo has a page of its own to be written on.
                  if (item.kind === 'share' && item.language === 'markdown')
                    location.assign(writingUrlOf(item.share.id, item.share.secret));
                  else onOpen(openingOf(item));
                }}
                onRename={(title) => rename(item, title)}
                onRemove={() => remove(item)}
              />
            ))}
          </ul>
        </>
      )}
      <p role="status" className="programs-said">
        {query.trim() === ''
          ? ''
          : found.length === 0
            ? words.none
            : fillPlural(locale, words.count, found.length)}
      </p>
      <div className="programs-undo" aria-live="polite">
        {said}
        {removed ? (
          <>
            <span className="min-w-0 wrap-anywhere">
              {fill(removed.kind === 'share' ? words.removedShare : words.removed, {
                title: titleOfOwn(removed, texts),
              })}
            </span>
            <button type="button" className="toast-action" onClick={undo}>
              {words.undo}
            </button>
          </>
        ) : null}
      </div>
    </>
  );
}
