'use client';

import { useState } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { type EmbedTheme, embedCode, embedUrl } from '@/lib/share/embed-code';
import { linesFrom } from '@/lib/share/link-options';
import { EmbedThemeField } from './embed-theme-field';
import { type LineFields, LinesField } from './lines-field';
import { LinkField } from './link-field';
import { CheckField } from './share-options';
import type { SharedNow } from './shared-now';

/** The HTML that puts the program on another page, as it is wished there. */
export function EmbedPart({ shared }: { shared: SharedNow }) {
  const messages = useMessages();
  const words = messages.sharing.embed;
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [readonly, setReadonly] = useState(false);
  const [hidden, setHidden] = useState(false);
  const [predict, setPredict] = useState(false);
  const [fields, setFields] = useState<LineFields>({ first: '', last: '' });
  const { links, title, lineCount } = shared;
  const lines = linesFrom(fields.first, fields.last, lineCount);
  const base = new URL(links.url).origin;
  const options = {
    theme,
    readonly,
    output: hidden ? ('hidden' as const) : ('shown' as const),
    predict,
    ...(lines ? { lines } : {}),
  };
  return (
    <details className="share-more">
      <summary>{words.title}</summary>
      <div className="share-form">
        <EmbedThemeField value={theme} onChange={setTheme} />
        <CheckField checked={readonly} onChange={setReadonly}>
          {words.readonly}
        </CheckField>
        <CheckField checked={hidden} onChange={setHidden}>
          {words.hidden}
        </CheckField>
        <CheckField checked={predict} onChange={setPredict}>
          {messages.sharing.options.predict}
        </CheckField>
        <LinesField label={words.lines} value={fields} onChange={setFields} count={lineCount} />
        <LinkField
          label={words.code}
          value={embedCode({ base, id: links.id, title, options })}
          isLong
        />
        <a
          className="share-open"
          href={embedUrl(base, links.id, options)}
          target="_blank"
          rel="noopener"
        >
          {words.look}
        </a>
      </div>
    </details>
  );
}
