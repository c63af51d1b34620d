import { PresentLink } from '@/components/present/present-link';
import { PrintButton } from '@/components/print/print-button';
import { OpenRoom } from '@/components/room/open-room';
import { EditLink } from '@/components/writing/edit-link';

interface DemoActionsProps {
  /** `d/{id}` or `learn/{slug}`. */
  reference: string;
  /** Where the page shows one that is not the newest. */
  revision: number | undefined;
}

/** What can be done with a document besides reading it, in the head of its page. */
export function DemoActions({ reference, revision }: DemoActionsProps) {
  return (
    <>
      <PresentLink reference={reference} revision={revision} />
      <EditLink reference={reference} />
      <PrintButton />
      <OpenRoom demo={reference} revision={revision} />
    </>
  );
}
