'use client';

import { useId, useMemo, useState } from 'react';
import { EmbedThemeField } from '@/components/share/embed-theme-field';
import { LinkField } from '@/components/share/link-field';
import { CheckField } from '@/components/share/share-options';
import { useMessages } from '@/components/ui/messages-provider';
import { Select } from '@/components/ui/select';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { readDocument } from '@/lib/demos/document';
import { fill, type Messages } from '@/lib/messages/messages';
import { type EmbedTheme, embedCode, embedUrl } from '@/lib/share/embed-code';

interface EmbedDemoPartProps {
  id: string;
  title: string;
  markdown: string;
}

/** The HTML that puts the document, or one block of it, on another page. */
export function EmbedDemoPart({ id, title, markdown }: EmbedDemoPartProps) {
  const messages = useMessages();
  const words = messages.sharing.embed;
  const blockId = useId();
  const [theme, setTheme] = useState<EmbedTheme>('auto');
  const [readonly, setReadonly] = useState(false);
  const [block, setBlock] = useState('');
  const blocks = useMemo(() => blocksOf(markdown, messages), [markdown, messages]);
  const options = { theme, readonly, ...(block === '' ? {} : { block }) };
  return (
    <details className="share-more">
      <summary>{words.title}</summary>
      <div className="share-form">
        <div className="share-choice">
          <label htmlFor={blockId}>{words.block}</label>
          <Select
            id={blockId}
            className="min-w-40"
            value={block}
            onChange={({ target }) => setBlock(target.value)}
          >
            <option value="">{words.whole}</option>
            {blocks.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </Select>
        </div>
        <EmbedThemeField value={theme} onChange={setTheme} />
        <CheckField checked={readonly} onChange={setReadonly}>
          {words.readonly}
        </CheckField>
        <LinkField
          label={words.code}
          value={embedCode({
            base: location.origin,
            id,
            kind: 'demo',
            title,
            options,
            heightPx: HEIGHT_PX,
          })}
          isLong
        />
        <a className="share-open" href={embedUrl('', id, options)} target="_blank" rel="noopener">
          {words.look}
        </a>
      </div>
    </details>
  );
}

const HEIGHT_PX = 640;

interface NamedBlock {
  name: string;
  label: string;
}

/** What can be shown alone. */
function blocksOf(markdown: string, { demo, activities }: Messages): NamedBlock[] {
  const blocks: NamedBlock[] = [];
  let number = 0;
  for (const part of readDocument(markdown).parts) {
    if (part.kind === 'activity') {
      const label = `${activities.titles[part.type]}: ${part.name}`;
      if (!blocks.some(({ name }) => name === part.name)) blocks.push({ name: part.name, label });
    } else if (part.kind === 'code' && (part.role === 'run' || part.role === 'readonly')) {
      number += 1;
      const language = LANGUAGE_NAMES[part.language].name;
      blocks.push({ name: part.id, label: fill(demo.block, { number, language }) });
    }
  }
  return blocks;
}
