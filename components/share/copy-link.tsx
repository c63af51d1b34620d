'use client';

import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { readLineRange } from '@/lib/share/line-range';

/** Copies the address of the page with the lines that it names, never the author's secret nor the reader's guess. */
export function CopyLink() {
  const words = useMessages().share.page;
  const [said, setSaid] = useState('');
  const copy = async () => {
    const address = addressWithout(['guess', 'nothing']);
    const lines = readLineRange(location.hash) ? location.hash : '';
    setSaid((await copyText(address + lines)) ? words.copied : words.notCopied);
  };
  return (
    <>
      <span role="status" className="snippet-said">
        {said}
      </span>
      <button type="button" className="snippet-button" onClick={() => void copy()}>
        <Link2 className="size-4 text-muted" aria-hidden="true" />
        {words.copyLink}
      </button>
    </>
  );
}

/** The page's address without a fragment and without these fields of its query. */
function addressWithout(fields: readonly string[]): string {
  const { origin, pathname, search } = location;
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !fields.includes(pair.split('=')[0] ?? ''))
    // What a form sends for a field that is a switch.
    .map((pair) => pair.replace(/=$/, ''));
  return origin + pathname + (kept.length > 0 ? `?${kept.join('&')}` : '');
}
