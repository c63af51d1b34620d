'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useOpening } from '@/components/actions/actions-provider';
import { usePlayground } from '@/components/playground/store-provider';

const OpenedProgram = dynamic(
  () => import('@/components/programs/opened-program').then((part) => part.OpenedProgram),
  { ssr: false },
);
const StorageNotices = dynamic(
  () => import('@/components/programs/storage-notices').then((part) => part.StorageNotices),
  { ssr: false },
);

/** Opens what the address names and what else is to be opened; what does so is fetched only then. */
export function LinkOpener() {
  const { opening, open } = useOpening();
  const hasNotice = usePlayground(
    ({ otherTab, workKept, draftsFull }) => otherTab !== undefined || !workKept || draftsFull,
  );
  useEffect(() => {
    const look = () => {
      const fragment = location.hash;
      if (/^#(?:open=|v\d|url=)/.test(fragment)) open({ kind: 'link', fragment });
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [open]);
  return (
    <>
      {opening ? <OpenedProgram opening={opening} /> : null}
      {hasNotice ? <StorageNotices /> : null}
    </>
  );
}
