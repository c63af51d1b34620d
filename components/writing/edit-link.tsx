'use client';

import { GitFork, Pencil } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { copyUrlOf, writingUrlOf } from '@/lib/share/demo-api';

/** Leads to where the document is written on: by its author, else as a copy of the reader's own. */
export function EditLink({ reference }: { reference: string }) {
  const words = useMessages().writing.page;
  const [secret, setSecret] = useState<string>();
  const id = /^d\/([^/]+)$/.exec(reference)?.[1];
  useEffect(() => {
    if (id === undefined) return;
    const look = () => {
      const found = /^#edit=([a-z0-9]+)$/.exec(location.hash)?.[1];
      if (found !== undefined) setSecret(found);
    };
    look();
    void import('@/lib/share/own-shares').then(({ ownShare }) => {
      const own = ownShare(id);
      if (own) setSecret((known) => known ?? own.secret);
    });
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [id]);
  return (
    <a
      className="snippet-button"
      href={id === undefined ? copyUrlOf(reference) : writingUrlOf(id, secret)}
    >
      {secret === undefined ? (
        <GitFork className="size-4 text-muted" aria-hidden="true" />
      ) : (
        <Pencil className="size-4 text-muted" aria-hidden="true" />
      )}
      {secret === undefined ? words.fork : words.edit}
    </a>
  );
}
