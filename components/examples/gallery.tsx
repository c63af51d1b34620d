'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useOverlay } from '@/components/actions/actions-provider';
import { focusPane } from '@/components/actions/focus-pane';
import { usePlayground } from '@/components/playground/store-provider';
import { useOfferedLanguages } from '@/components/playground/use-offered-languages';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages, useTexts } from '@/components/ui/messages-provider';
import { SearchField } from '@/components/ui/search-field';
import { useOptions } from '@/components/ui/use-options';
import type { Language } from '@/lib/agentbay/languages';
import { EXAMPLES } from '@/lib/examples/catalogue';
import { findExamples, languageFirst } from '@/lib/examples/find-examples';
import { findDrafts, type GalleryItem, itemOfDraft, itemOfExample } from './gallery-item';
import { GalleryList } from './gallery-list';
import { GalleryPreview } from './gallery-preview';
import { LanguageFilter } from './language-filter';
import { useBringBack, useOpenExample } from './use-open-example';

/** All examples in a dialog, with their code, and the programs that opening them has replaced. */
export function Gallery() {
  const texts = useMessages().examples;
  const { overlay, setOverlay } = useOverlay();
  // The editor takes the focus when a program has been opened; else it goes back to where it was.
  const opened = useRef(false);
  const searchField = useRef<HTMLInputElement>(null);
  const close = () => setOverlay(undefined);

  return (
    <Dialog.Root
      open={overlay === 'examples'}
      onOpenChange={(open) => setOverlay(open ? 'examples' : undefined)}
      onOpenChangeComplete={(open) => {
        if (!open && opened.current) focusPane('editor');
        opened.current = false;
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          className="gallery"
          // A finger would bring up the keyboard over the list.
          initialFocus={(by) => (by === 'touch' ? true : searchField.current)}
          finalFocus={() => !opened.current}
        >
          <div className="flex shrink-0 items-center py-2 pr-2 pl-4">
            <Dialog.Title className="text-[0.9375rem] font-semibold">{texts.title}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={texts.close} className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <Contents
            searchField={searchField}
            onOpened={() => {
              opened.current = true;
              close();
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ContentsProps {
  searchField: RefObject<HTMLInputElement | null>;
  onOpened: () => void;
}

function Contents({ searchField, onOpened }: ContentsProps) {
  const allTexts = useTexts();
  const texts = allTexts.messages.examples;
  const openExample = useOpenExample();
  // Who writes TypeScript sees its examples first.
  const written = usePlayground((state) => state.language);
  const offered = useOfferedLanguages();
  const drafts = usePlayground((state) => state.drafts);
  const loadDrafts = usePlayground((state) => state.loadDrafts);
  const bringBack = useBringBack();
  const [query, setQuery] = useState('');
  const [language, setLanguage] = useState<Language>();
  // On a phone there is room for the list or for one program.
  const [view, setView] = useState<'list' | 'program'>('list');
  const [failed, setFailed] = useState<string>();

  useEffect(loadDrafts, [loadDrafts]);

  const items = useMemo(
    () => [
      ...findExamples(languageFirst(EXAMPLES, written), query, language)
        .filter((example) => offered.includes(example.language))
        .map((example) => itemOfExample(example, allTexts)),
      ...findDrafts(drafts, query, language).map((draft) => itemOfDraft(draft, allTexts)),
    ],
    [query, language, written, offered, drafts, allTexts],
  );

  const open = (item: GalleryItem | undefined) => {
    if (!item) return;
    const opened = item.draft ? bringBack(item.draft) : openExample(item.example);
    opened.then(onOpened, () => setFailed(item.key));
  };
  const { active, setActive, comboboxProps, listId, optionId } = useOptions(
    items.length,
    `${language ?? ''} ${query}`,
    (index) => open(items[index]),
  );
  const item = items[active];

  return (
    <div className="gallery-body" data-view={view}>
      <div className="gallery-choice">
        <SearchField
          ref={searchField}
          aria-label={texts.search}
          placeholder={texts.placeholder}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          {...comboboxProps}
        />
        <LanguageFilter value={language} onChange={setLanguage} />
        <GalleryList
          items={items}
          active={active}
          listId={listId}
          optionId={optionId}
          onChoose={(index) => {
            setActive(index);
            setView('program');
          }}
          onOpen={(index) => open(items[index])}
        />
        <p className="option-none" aria-live="polite">
          {items.length === 0 ? texts.none : ''}
        </p>
        <a href="/learn" className="gallery-lessons">
          {texts.toLessons}
        </a>
      </div>
      {item ? (
        <GalleryPreview
          key={item.key}
          item={item}
          failed={failed === item.key}
          onBack={() => setView('list')}
          onOpen={() => open(item)}
        />
      ) : null}
    </div>
  );
}
