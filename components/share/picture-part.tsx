'use client';

import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { LinkField } from './link-field';
import type { SharedNow } from './shared-now';

/** The picture of code and output; it is fetched when it is asked for. */
export function PicturePart({ shared }: { shared: SharedNow }) {
  const words = useMessages().sharing.picture;
  const [isOpen, setIsOpen] = useState(false);
  const [isMissing, setIsMissing] = useState(false);
  const { links, title } = shared;
  const url = `${new URL(links.url).origin}/s/${links.id}.png`;
  return (
    <details className="share-more" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{words.title}</summary>
      {isOpen ? (
        <div className="share-form">
          {isMissing ? (
            <p className="share-hint">{words.missing}</p>
          ) : (
            // biome-ignore lint/performance/noImgElement: the server makes it; nothing is to be optimised
            <img
              className="share-picture"
              src={`${url}?v=${links.revision}`}
              alt={fill(words.alt, { title })}
              width={1200}
              height={630}
              onError={() => setIsMissing(true)}
            />
          )}
          <LinkField label={words.address} value={url} />
          <a className="share-open" href={url} download={`${links.id}.png`}>
            {words.download}
          </a>
        </div>
      ) : null}
    </details>
  );
}
