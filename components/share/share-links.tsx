'use client';

import { useEffect, useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { fill } from '@/lib/messages/messages';
import { linesFrom, linkWith } from '@/lib/share/link-options';
import { escaped } from '@/lib/share/markdown';
import { EmbedPart } from './embed-part';
import { type LineFields, LinesField } from './lines-field';
import { LinkField } from './link-field';
import { PicturePart } from './picture-part';
import { QrCode } from './qr-code';
import { CheckField } from './share-options';
import type { SharedNow } from './shared-now';

/** The links of what has just been shared; the public one is on the clipboard already. */
export function ShareLinks({ shared }: { shared: SharedNow }) {
  const messages = useMessages();
  const words = messages.share.links;
  const { options, saved } = messages.sharing;
  const { links, title, lineCount, isRevision } = shared;
  const { id, revision, url, editUrl, hasOutput } = links;
  const [isCopied, setIsCopied] = useState(false);
  const [predict, setPredict] = useState(false);
  const [isFixed, setIsFixed] = useState(false);
  const [fields, setFields] = useState<LineFields>({ first: '', last: '' });
  const link = linkWith(new URL(url).origin, id, {
    predict,
    revision: isFixed ? revision : undefined,
    lines: linesFrom(fields.first, fields.last, lineCount),
  });

  useEffect(() => {
    void copyText(url).then(setIsCopied);
  }, [url]);

  return (
    <div className="share-links">
      <p role="status" className="font-medium">
        {isRevision ? `${fill(saved.revision, { number: revision })} ` : ''}
        {isCopied ? words.copied : words.ready}
      </p>
      <div className="share-public">
        <QrCode text={link} label={words.qr} />
        <div className="min-w-0 flex-1">
          <LinkField label={words.link} value={link} />
          <LinkField label={words.markdown} value={`[${escaped(title)}](${link})`} />
          <a className="share-open" href={link} target="_blank" rel="noopener">
            {words.open}
          </a>
          {hasOutput ? null : <p className="share-hint">{words.noOutput}</p>}
        </div>
      </div>
      <details className="share-more">
        <summary>{options.title}</summary>
        <div className="share-form">
          {hasOutput ? (
            <CheckField checked={predict} onChange={setPredict}>
              {options.predict}
            </CheckField>
          ) : null}
          <CheckField checked={isFixed} onChange={setIsFixed}>
            {fill(options.fixed, { number: revision })}
          </CheckField>
          <LinesField label={options.lines} value={fields} onChange={setFields} count={lineCount} />
        </div>
      </details>
      <EmbedPart shared={shared} />
      <PicturePart shared={shared} />
      <div className="share-private">
        <LinkField label={words.secret} value={editUrl} />
        <p className="share-hint">{words.secretHint}</p>
      </div>
    </div>
  );
}
