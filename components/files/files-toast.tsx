'use client';

import dynamic from 'next/dynamic';
import { usePlayground } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import { Toast } from '@/components/ui/toast';

const Notes = dynamic(() => import('./notice-words').then((words) => words.Notes), {
  ssr: false,
});
const Notice = dynamic(() => import('./notice-words').then((words) => words.Notice), {
  ssr: false,
});
const Uploads = dynamic(() => import('./notice-words').then((words) => words.Uploads), {
  ssr: false,
});

/** What has come of work with files: what did not go, how far uploads are, and how to undo or go on. */
export function FilesToast() {
  const texts = useMessages().files;
  const notes = usePlayground((state) => state.fileNotes);
  const notice = usePlayground((state) => state.filesNotice);
  const forgetNotes = usePlayground((state) => state.forgetFileNotes);
  const forget = usePlayground((state) => state.forgetFilesNotice);
  const isWorking = usePlayground((state) => state.uploads.length > 0);
  const hasNotes = notes.length > 0;
  return (
    <>
      {isWorking ? <Uploads /> : null}
      <Toast
        label={texts.notice}
        dismissLabel={texts.dismiss}
        onDismiss={hasNotes ? forgetNotes : forget}
        about={hasNotes ? notes : notice}
        lasts={hasNotes}
      >
        {hasNotes ? <Notes notes={notes} /> : null}
        {notice && !hasNotes ? <Notice notice={notice} /> : null}
      </Toast>
    </>
  );
}
