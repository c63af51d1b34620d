'use client';

import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useTexts } from '@/components/ui/messages-provider';
import type { WritingNotice as Notice } from '@/lib/demos/write/writing-store';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, type Texts } from '@/lib/messages/messages';
import { starterOf } from './starter';
import { useWriting, useWritingPage } from './writing-context';

/** What there is to say about the document as a whole, above it; it stays until it is dismissed. */
export function WritingNotice() {
  const texts = useTexts();
  const { drafts, files } = texts.messages.writing;
  const { store } = useWritingPage();
  const notice = useWriting((state) => state.notice);
  const { startNew, resume, dismiss } = store.getState();
  const action = (text: string, run: () => void) => (
    <button type="button" className="snippet-button" onClick={run}>
      {text}
    </button>
  );
  return (
    <section aria-label={files.notice} aria-live="polite">
      {notice ? (
        <div className="writing-notice">
          <p className="min-w-0 flex-1 wrap-anywhere">{wordsOf(notice, texts)}</p>
          {notice.kind === 'resumed'
            ? action(drafts.startNew, () => startNew(starterOf(texts.messages)))
            : null}
          {notice.kind === 'unsaved' ? action(drafts.resume, () => resume(notice.draft.id)) : null}
          {notice.kind === 'opened' && notice.again
            ? action(files.keepOutputs, notice.again)
            : null}
          {notice.kind === 'opened' && notice.before !== ''
            ? action(files.bringBack, () => bringBack(notice.before))
            : null}
          {notice.kind === 'discarded'
            ? action(files.bringBack, () => store.getState().open(notice.before))
            : null}
          <IconButton label={files.dismiss} onClick={dismiss}>
            <X className="size-4" aria-hidden="true" />
          </IconButton>
        </div>
      ) : null}
    </section>
  );

  /** As the draft that it is by now, else as it was. */
  function bringBack(markdown: string): void {
    const state = store.getState();
    const draft = state.drafts().find((one) => one.markdown === markdown);
    if (draft) state.resume(draft.id);
    else state.startNew(markdown);
  }
}

function wordsOf(notice: Notice, { locale, messages }: Texts): string {
  const { drafts, files } = messages.writing;
  const timeOf = (ms: number) =>
    new Date(ms).toLocaleString(LOCALE_NAMES[locale].dates, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
  switch (notice.kind) {
    case 'resumed':
      return fill(drafts.resumed, { time: timeOf(notice.savedAtMs) });
    case 'unsaved':
      return fill(drafts.changedSince, { time: timeOf(notice.draft.savedAtMs) });
    case 'other_tab':
      return drafts.otherTab;
    case 'opened':
      return [fill(files.opened, { name: notice.name }), ...notice.notes].join(' ');
    case 'copied':
      return drafts.copied;
    case 'discarded':
      return files.discarded;
    case 'refused':
      return notice.reason;
  }
}
