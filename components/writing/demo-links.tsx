'use client';

import { useEffect, useState } from 'react';
import { LinkField } from '@/components/share/link-field';
import { QrCode } from '@/components/share/qr-code';
import { useMessages } from '@/components/ui/messages-provider';
import { copyText } from '@/lib/client/clipboard';
import { fill } from '@/lib/messages/messages';
import { type SharedDemo, writingUrlOf } from '@/lib/share/demo-api';
import { escaped } from '@/lib/share/markdown';
import { editUrlOf, urlOf } from '@/lib/snippets/links';
import { EmbedDemoPart } from './embed-demo-part';
import { useWritingPage } from './writing-context';

/** What has just been shared. */
export interface DemoShared extends SharedDemo {
  /** Never empty. */
  title: string;
  isRevision: boolean;
}

interface DemoLinksProps {
  shared: DemoShared;
  onGoOn: () => void;
}

/** The links of what has just been shared; the public one is on the clipboard already. */
export function DemoLinks({ shared, onGoOn }: DemoLinksProps) {
  const { share, sharing, writing } = useMessages();
  const words = share.links;
  const { id, revision, secret, title, isRevision, recording } = shared;
  const { store } = useWritingPage();
  // As it was when it was shared.
  const [{ markdown }] = useState(() => store.getState());
  const [isCopied, setCopied] = useState(false);
  const link = location.origin + urlOf(id, undefined, 'demo');

  useEffect(() => {
    void copyText(link).then(setCopied);
  }, [link]);

  return (
    <div className="share-links">
      <p role="status" className="font-medium">
        {isRevision ? `${fill(sharing.saved.revision, { number: revision })} ` : ''}
        {isCopied ? words.copied : words.ready}
      </p>
      <div className="share-public">
        <QrCode text={link} label={words.qr} />
        <div className="min-w-0 flex-1">
          <LinkField label={words.link} value={link} />
          <LinkField label={words.markdown} value={`[${escaped(title)}](${link})`} />
          {recording === undefined || recording === 'whole' ? null : (
            <p className="share-hint">{writing.dialog.recordings[recording]}</p>
          )}
        </div>
      </div>
      <EmbedDemoPart id={id} title={title} markdown={markdown} />
      <div className="share-foot">
        <a className="snippet-button is-main" href={link}>
          {writing.dialog.open}
        </a>
        <button type="button" className="snippet-button" onClick={onGoOn}>
          {writing.dialog.go}
        </button>
      </div>
      <div className="share-private">
        <LinkField label={words.secret} value={location.origin + writingUrlOf(id, secret)} />
        <p className="share-hint">{words.secretHint}</p>
        <p className="share-hint">
          <a className="share-open" href={editUrlOf(id, secret, 'demo')}>
            {writing.dialog.manage}
          </a>
        </p>
      </div>
    </div>
  );
}
