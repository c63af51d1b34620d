'use client';

import { CaseSensitive, ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useLocale, useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import type { ConsoleSearch } from './use-search';

interface SearchBarProps {
  found: ConsoleSearch;
  /** Rises when the reader asks for the search again while it is open. */
  asked: number;
  onClose: () => void;
}

/** Looks for a text in the output: a field, how many there are, and the way from one to the next. */
export function SearchBar({ found, asked, onClose }: SearchBarProps) {
  const texts = useMessages().console.search;
  const { search, setQuery, step } = found;
  const field = useRef<HTMLInputElement>(null);
  const [{ text, matchCase }, setShown] = useState(search.query);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => field.current?.select(), [asked]);

  const change = (query: typeof search.query) => {
    setShown(query);
    setQuery(query);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };

  return (
    <search className="search-bar" onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        aria-label={texts.label}
        placeholder={texts.label}
        value={text}
        onChange={({ target }) => change({ text: target.value, matchCase })}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
      />
      <Count found={found} isAsked={text !== ''} />
      <IconButton
        label={texts.matchCase}
        aria-pressed={matchCase}
        onClick={() => change({ text, matchCase: !matchCase })}
      >
        <CaseSensitive className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton
        label={texts.previous}
        aria-disabled={search.total === 0}
        onClick={() => step(-1)}
      >
        <ChevronUp className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton label={texts.next} aria-disabled={search.total === 0} onClick={() => step(1)}>
        <ChevronDown className="size-4" aria-hidden="true" />
      </IconButton>
      <IconButton label={texts.close} onClick={onClose}>
        <X className="size-4" aria-hidden="true" />
      </IconButton>
    </search>
  );
}

function Count({ found: { search }, isAsked }: { found: ConsoleSearch; isAsked: boolean }) {
  const texts = useMessages().console.search;
  const locale = useLocale();
  const numbers = new Intl.NumberFormat(locale);
  const { total, ordinal, isCut } = search;
  const all = isCut ? `${numbers.format(total)}+` : numbers.format(total);
  const said = total === 0 ? texts.none : fill(texts.count, { n: numbers.format(ordinal), all });
  return (
    <span aria-live="polite" className="search-count">
      {isAsked ? said : ''}
    </span>
  );
}
