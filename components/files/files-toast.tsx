'use client';

import { usePlayground } from '@/components/playground/store-provider';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import { Toast } from '@/components/ui/toast';
import { fill, fillPlural } from '@/lib/messages/messages';
import { shownPath } from '@/lib/store/shown-path';

/** Offers to undo what has been done to files. Afterwards they are still among the removed ones. */
export function FilesToast() {
  const texts = useMessages().files;
  const notice = usePlayground((state) => state.filesNotice);
  const undo = usePlayground((state) => state.undoFilesNotice);
  const forget = usePlayground((state) => state.forgetFilesNotice);
  return (
    <Toast label={texts.notice} dismissLabel={texts.dismiss} onDismiss={forget} about={notice}>
      <NoticeWords />
      <button type="button" className="toast-action" onClick={undo}>
        {texts.undo}
      </button>
    </Toast>
  );
}

function NoticeWords() {
  const locale = useLocale();
  const texts = useMessages().files;
  const notice = usePlayground((state) => state.filesNotice);
  if (!notice) return null;
  const { kind, files } = notice;
  const [first, ...others] = files;
  if (!first || others.length > 0) {
    const words = kind === 'removed' ? texts.removedMany : texts.replacedMany;
    return <span>{fillPlural(locale, words, files.length)}</span>;
  }
  const words = kind === 'removed' ? texts.removed : texts.replaced;
  // Isolated: the direction of a name is its own business.
  const name = `\u2068${shownPath(first.file.path)}\u2069`;
  return <span className="min-w-0 wrap-anywhere">{fill(words, { name })}</span>;
}
