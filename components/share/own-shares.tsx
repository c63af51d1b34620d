'use client';

import { useId, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { loadShares, type OwnShare } from '@/lib/share/own-shares';

/** More are found by the search. */
const MAX_SHOWN = 30;

/** What was shared from this browser. Each is changed and deleted on its page. */
export function OwnShares() {
  const texts = useTexts();
  const { locale, messages } = texts;
  const words = messages.share.own;
  const id = useId();
  const [shares] = useState(() => loadShares());
  const [query, setQuery] = useState('');
  if (shares.length === 0) return null;
  const wanted = query.trim().toLowerCase();
  const found = shares.filter((share) =>
    `${nameOf(share, texts)} ${share.language} ${share.id}`.toLowerCase().includes(wanted),
  );

  return (
    <details className="share-own">
      <summary>{fillPlural(locale, words.title, shares.length)}</summary>
      <label htmlFor={id} className="sr-only">
        {words.search}
      </label>
      <input
        id={id}
        type="search"
        className="share-field"
        placeholder={words.search}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul>
        {found.slice(0, MAX_SHOWN).map((share) => (
          <li key={share.id}>
            <a className="share-open" href={`/s/${share.id}`} target="_blank" rel="noopener">
              <bdi>{nameOf(share, texts)}</bdi>
            </a>{' '}
            <span className="text-muted">
              {LANGUAGE_NAMES[share.language].name} ·{' '}
              {new Intl.DateTimeFormat(LOCALE_NAMES[locale].dates, { dateStyle: 'medium' }).format(
                share.sharedAtMs,
              )}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="share-said">
        {found.length === 0 ? words.none : ''}
      </p>
    </details>
  );
}

function nameOf({ title, language }: OwnShare, { messages }: Texts): string {
  return title || fill(messages.share.page.untitled, { language: LANGUAGE_NAMES[language].name });
}
