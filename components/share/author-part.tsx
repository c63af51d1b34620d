'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ManagedSnippet } from './manage-snippet';

const ManageSnippet = dynamic(() => import('./manage-snippet').then((part) => part.ManageSnippet), {
  ssr: false,
});

/** What only its author sees: who comes with the secret in the fragment, which no server is sent. */
export function AuthorPart({ snippet }: { snippet: ManagedSnippet }) {
  const [secret, setSecret] = useState<string>();
  useEffect(() => {
    const look = () => {
      const found = /^#edit=([a-z0-9]+)$/.exec(location.hash)?.[1];
      if (found !== undefined) setSecret(found);
    };
    look();
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  return secret === undefined ? null : <ManageSnippet snippet={snippet} secret={secret} />;
}
