'use client';

import { Presentation } from 'lucide-react';
import { useMessages } from '@/components/ui/messages-provider';

interface PresentLinkProps {
  /** `d/{id}`, also of a program, or `learn/{slug}`. */
  reference: string;
  /** Where not the newest is shown. */
  revision?: number | undefined;
}

/** To the stage of a document. */
export function PresentLink({ reference, revision }: PresentLinkProps) {
  const words = useMessages().present;
  const query = revision === undefined ? '' : `?revision=${revision}`;
  return (
    <a
      className="snippet-button"
      href={`/present/${reference}${query}`}
      title={words.presentHint}
      data-print="no"
    >
      <Presentation className="size-4" aria-hidden="true" />
      {words.present}
    </a>
  );
}
