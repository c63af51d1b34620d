'use client';

import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { readDocument } from '@/lib/demos/document';
import type { KeptDemo } from '@/lib/demos/write/kept-demos';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { MenuButton, MenuGroup, MenuItem } from './menu-button';
import { openDocument, pickDocument } from './open-files';
import { type DemoForm, saveDemoFile } from './save-files';
import { starterOf } from './starter';
import { useRecorded } from './use-recorded';
import { useWritingPage } from './writing-context';

const FORMS: readonly DemoForm[] = ['markdown', 'markdownOutput', 'notebook', 'html'];
/** Older ones are there all the same. */
const MAX_DRAFTS = 12;

/** What can be opened in place of the document, and what it can be taken away as. */
export function FileMenu() {
  const texts = useTexts();
  const words = texts.messages.writing.files;
  const { store } = useWritingPage();
  const recorded = useRecorded();
  const [drafts, setDrafts] = useState<KeptDemo[]>([]);
  const save = (form: DemoForm) => {
    const { markdown, origin } = store.getState();
    const saved = { markdown, recorded: recorded(), id: origin?.id, title: origin?.title ?? '' };
    void saveDemoFile(form, saved, texts);
  };
  const whenOf = ({ savedAtMs }: KeptDemo) =>
    new Date(savedAtMs).toLocaleString(LOCALE_NAMES[texts.locale].dates, {
      dateStyle: 'short',
      timeStyle: 'short',
    });

  return (
    <MenuButton
      icon={<FileText className="size-4 text-muted" aria-hidden="true" />}
      text={words.button}
      label={words.label}
      onOpen={() => setDrafts(store.getState().drafts().slice(0, MAX_DRAFTS))}
    >
      <MenuItem onChoose={() => store.getState().startNew(starterOf(texts.messages))}>
        {words.new}
      </MenuItem>
      <MenuItem
        // The browser opens its own dialog only while the button is being pressed.
        onChoose={() => pickDocument((file) => void openDocument(file, store, texts))}
      >
        {words.open}
      </MenuItem>
      {FORMS.map((form) => (
        <MenuItem key={form} onChoose={() => save(form)}>
          {words[form]}
        </MenuItem>
      ))}
      <MenuItem isDanger onChoose={() => store.getState().discard(starterOf(texts.messages))}>
        {words.discard}
      </MenuItem>
      {drafts.length === 0 ? null : (
        <MenuGroup title={words.drafts}>
          {drafts.map((draft) => (
            <MenuItem
              key={draft.id}
              aside={whenOf(draft)}
              onChoose={() => store.getState().resume(draft.id)}
            >
              {readDocument(draft.markdown).title || texts.messages.writing.untitled}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </MenuButton>
  );
}
