'use client';

import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { readLineRange } from '@/lib/share/line-range';

/** Copies the address of the page with the lines that it names, and never the author's secret. */
export function CopyLink() {
  const words = useMessages().share.page;
  const [said, setSaid] = useState('');
  const copy = async () => {
    const { origin, pathname, search, hash } = location;
    const lines = readLineRange(hash) ? hash : '';
    setSaid((await copyText(origin + pathname + search + lines)) ? words.copied : words.notCopied);
  };
  return (
    <>
      <span role="status" className="snippet-said">
        {said}
      </span>
      <button type="button" className="snippet-button" onClick={() => void copy()}>
        {words.copyLink}
      </button>
    </>
  );
}
