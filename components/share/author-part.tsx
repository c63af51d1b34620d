'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ManagedSnippet } from './manage-snippet';

const ManageSnippet = dynamic(() => import('./manage-snippet').then((part) => part.ManageSnippet), {
  ssr: false,
});

/**
 * What only its author sees: who comes with the secret in the fragment, which no server is sent, or has
 * shared it from this browser.
 */
export function AuthorPart({ snippet }: { snippet: ManagedSnippet }) {
  const [secret, setSecret] = useState<{ text: string; isInAddress: boolean }>();
  const { id } = snippet;
  useEffect(() => {
    const look = () => {
      const found = /^#edit=([a-z0-9]+)$/.exec(location.hash)?.[1];
      if (found !== undefined) setSecret({ text: found, isInAddress: true });
    };
    look();
    void import('@/lib/share/own-shares').then(({ loadShares }) => {
      const own = loadShares().find((share) => share.id === id);
      if (own) setSecret((known) => known ?? { text: own.secret, isInAddress: false });
    });
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [id]);
  if (secret === undefined) return null;
  const { text, isInAddress } = secret;
  return <ManageSnippet snippet={snippet} secret={text} isInAddress={isInAddress} />;
}
