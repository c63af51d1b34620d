'use client';

import { Printer } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { type PrintOptions, printOptionsOfAddress } from '@/lib/print/print-options';

const PrintDialog = dynamic(() => import('./print-dialog').then((part) => part.PrintDialog), {
  ssr: false,
});

/** Prints the page as a handout; what it asks first is fetched only then. A link with `?print` has it asked at once. */
export function PrintButton() {
  const words = useMessages().print;
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const [asked, setAsked] = useState<PrintOptions>();
  useEffect(() => {
    const options = printOptionsOfAddress(location.search);
    if (!options) return;
    setAsked(options);
    setWanted(true);
    setOpen(true);
  }, []);
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
      {wanted ? <PrintDialog asked={asked} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
