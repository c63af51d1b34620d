'use client';

import { Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';

const PrintDialog = dynamic(() => import('./print-dialog').then((part) => part.PrintDialog), {
  ssr: false,
});

/** Prints the page as a handout; what it asks first is fetched only then. */
export function PrintButton() {
  const words = useMessages().print;
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  return (
    <>
      <button
        type="button"
        className="snippet-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setWanted(true);
          setOpen(true);
        }}
      >
        <Printer className="size-4 text-muted" aria-hidden="true" />
        {words.button}
      </button>
      {wanted ? <PrintDialog open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
