'use client';

import { useEffect, useId, useMemo, useState } from 'react';
import { encode } from 'uqr';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import type { SharedLinks } from '@/lib/share/snippet-api';

/** The links of what has just been shared; the public one is on the clipboard already. */
export function ShareLinks({ links }: { links: SharedLinks }) {
  const words = useMessages().share.links;
  const [said, setSaid] = useState('');
  const { url, editUrl, hasOutput } = links;

  useEffect(() => {
    void copyText(url).then((copied) => setSaid(copied ? words.copied : ''));
  }, [url, words]);

  return (
    <div className="share-links">
      <p role="status" className="font-medium">
        {said || words.ready}
      </p>
      <div className="share-public">
        <QrCode text={url} label={words.qr} />
        <div className="min-w-0 flex-1">
          <LinkField label={words.link} value={url} />
          <LinkField label={words.markdown} value={`[Runbay](${url})`} />
          <a className="share-open" href={url} target="_blank" rel="noopener">
            {words.open}
          </a>
          {hasOutput ? null : <p className="share-hint">{words.noOutput}</p>}
        </div>
      </div>
      <div className="share-private">
        <LinkField label={words.secret} value={editUrl} />
        <p className="share-hint">{words.secretHint}</p>
      </div>
    </div>
  );
}

function LinkField({ label, value }: { label: string; value: string }) {
  const words = useMessages().share.links;
  const id = useId();
  const [isCopied, setIsCopied] = useState(false);
  return (
    <div className="share-link">
      <label htmlFor={id} className="share-label">
        {label}
      </label>
      <span className="flex gap-2">
        <input
          id={id}
          className="share-field"
          readOnly
          value={value}
          onFocus={({ target }) => target.select()}
        />
        <button
          type="button"
          className="snippet-button"
          aria-label={`${words.copy}: ${label}`}
          onClick={() => void copyText(value).then(setIsCopied)}
        >
          {isCopied ? words.copiedShort : words.copy}
        </button>
      </span>
    </div>
  );
}

/** Black on white in every theme: cameras want it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size: width, data } = encode(text, { ecc: 'M', border: 2 });
    const squares = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size: width, path: squares.join('') };
  }, [text]);
  return (
    <svg className="share-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
