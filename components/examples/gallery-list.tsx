import { useEffect, useRef } from 'react';
import { useMessages } from '@/components/ui/messages-provider';
import { LANGUAGE_NAMES } from '@/lib/agentbay/languages';
import type { GalleryItem } from './gallery-item';

interface GalleryListProps {
  items: readonly GalleryItem[];
  active: number;
  listId: string;
  optionId: (index: number) => string;
  onChoose: (index: number) => void;
  onOpen: (index: number) => void;
}

/** The examples by language, then the user's own programs. */
export function GalleryList(props: GalleryListProps) {
  const { items, listId } = props;
  const list = useRef<HTMLDivElement>(null);
  const texts = useMessages().examples;
  const groups = groupsOf(items, texts.ownPrograms);
  const first = items[0]?.key;

  // Another search is read from its beginning.
  useEffect(() => {
    if (first !== undefined) list.current?.scrollTo({ top: 0 });
  }, [first]);

  return (
    <div ref={list} id={listId} role="listbox" aria-label={texts.title} className="option-list">
      {groups.map(({ title, from, members }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, not of form fields
        <div key={`${title} ${from}`} role="group" aria-label={title}>
          <div className="option-heading" aria-hidden="true">
            {title}
          </div>
          {members.map((item, index) => (
            <Option key={item.key} item={item} index={from + index} {...props} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Option({
  item,
  index,
  active,
  optionId,
  onChoose,
  onOpen,
}: GalleryListProps & { item: GalleryItem; index: number }) {
  const [, ...facts] = item.facts;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus
    <div
      id={optionId(index)}
      role="option"
      aria-selected={index === active}
      className="option gallery-option"
      onClick={() => onChoose(index)}
      onDoubleClick={() => onOpen(index)}
    >
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate font-medium">{item.title}</span>
        <span className="ml-auto shrink-0 text-xs text-muted">{facts.join(' · ')}</span>
      </span>
      <span className="text-xs text-muted">{item.description}</span>
    </div>
  );
}

/** Runs of one language; a search sorts by fitness, so a language may come again. */
function groupsOf(items: readonly GalleryItem[], ownPrograms: string) {
  const groups: { title: string; from: number; members: GalleryItem[] }[] = [];
  for (const [index, item] of items.entries()) {
    const title = item.draft ? ownPrograms : LANGUAGE_NAMES[item.language].name;
    const last = groups.at(-1);
    if (last?.title === title) last.members.push(item);
    else groups.push({ title, from: index, members: [item] });
  }
  return groups;
}
