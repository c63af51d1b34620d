'use client';

import { ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useTexts } from '@/components/ui/messages-provider';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, type Texts } from '@/lib/messages/messages';
import { firstLineOf, languageOfOwn, type OwnProgram } from '@/lib/share/own-programs';
import { kindOfShare } from '@/lib/share/own-shares';
import { urlOf } from '@/lib/snippets/links';

interface ProgramRowProps {
  item: OwnProgram;
  onOpen: () => void;
  onRename: (title: string) => void;
  onRemove: () => void;
}

/** One of the user's programs. What is open in another tab is that tab's to change. */
export function ProgramRow({ item, onOpen, onRename, onRemove }: ProgramRowProps) {
  const texts = useTexts();
  const words = texts.messages.programs;
  const [name, setName] = useState<string>();
  const title = titleOfOwn(item, texts);
  const firstLine = firstLineOf(item);
  const when = new Date(item.atMs).toLocaleString(LOCALE_NAMES[texts.locale].dates, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const end = (isWanted: boolean) => {
    if (isWanted && name?.trim() && name.trim() !== item.title) onRename(name.trim());
    setName(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    // Escape ends the naming, not the dialog.
    event.stopPropagation();
    end(event.key === 'Enter');
  };

  return (
    <li className="program-row">
      <div className="program-words">
        {name === undefined ? (
          <button
            type="button"
            className="program-title"
            aria-label={fill(words.open, { title })}
            onClick={onOpen}
          >
            <bdi>{title}</bdi>
          </button>
        ) : (
          <input
            className="share-field"
            aria-label={fill(words.newName, { title })}
            // biome-ignore lint/a11y/noAutofocus: who renames wants to type
            autoFocus
            maxLength={200}
            value={name}
            onFocus={({ target }) => target.select()}
            onChange={({ target }) => setName(target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => end(true)}
          />
        )}
        <span className="program-facts">
          {languageOfOwn(item)} · {words.kinds[item.kind]} · {when}
        </span>
        {firstLine && firstLine !== title ? (
          <code className="program-line" translate="no">
            <bdi>{firstLine}</bdi>
          </code>
        ) : null}
      </div>
      {item.kind === 'share' ? (
        <a
          className="program-page"
          href={urlOf(item.share.id, undefined, kindOfShare(item.share))}
          target="_blank"
          rel="noopener"
          aria-label={fill(words.page, { title })}
          title={fill(words.page, { title })}
        >
          <ExternalLink className="size-4" aria-hidden="true" />
        </a>
      ) : null}
      {item.kind === 'tab' ? null : (
        <>
          <IconButton
            label={fill(words.rename, { title })}
            onClick={() => setName(item.title || title)}
          >
            <Pencil className="size-4" aria-hidden="true" />
          </IconButton>
          <IconButton label={fill(words.remove, { title })} onClick={onRemove}>
            <Trash2 className="size-4" aria-hidden="true" />
          </IconButton>
        </>
      )}
    </li>
  );
}

/** Never empty: its title, its first line, or that it has none. */
export function titleOfOwn(item: OwnProgram, { messages }: Texts): string {
  if (item.title) return item.title;
  if (item.kind === 'share') {
    const { writing, share } = messages;
    if (item.language === 'markdown') return writing.untitled;
    return fill(share.page.untitled, { language: languageOfOwn(item) });
  }
  return firstLineOf(item) || messages.programs.untitled;
}
