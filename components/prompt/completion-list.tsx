import { type RefObject, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMessages } from '@/components/ui/messages-provider';
import type { CompletionKind } from '@/lib/agentbay/contract';
import type { Completion } from './use-completion';

/** A letter that tells the kinds apart at a glance. */
const LETTERS: Record<CompletionKind, string> = {
  variable: 'x',
  function: 'ƒ',
  class: 'C',
  module: 'M',
  property: '.',
  keyword: 'k',
};
const WIDTH = 260;
const HEIGHT = 220;
/** Of JetBrains Mono, in parts of the font's size. */
const CELL = 0.6;

interface CompletionListProps {
  completion: Completion;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** What may be written next. The prompt keeps the focus and the keys; this one is seen and clicked. */
export function CompletionList({ completion, field }: CompletionListProps) {
  const { kinds, completions } = useMessages().prompt;
  const { items, active, start, listId, optionId } = completion;
  const [place, setPlace] = useState<Record<string, number>>();

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const settle = () => setPlace(placeAt(element, start));
    settle();
    window.addEventListener('resize', settle);
    window.visualViewport?.addEventListener('resize', settle);
    return () => {
      window.removeEventListener('resize', settle);
      window.visualViewport?.removeEventListener('resize', settle);
    };
  }, [field, start]);
  useLayoutEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);

  const pane = document.getElementById('console');
  if (!pane || !place) return null;
  return createPortal(
    <div
      id={listId}
      role="listbox"
      aria-label={completions}
      // What scrolls must be reachable; who reaches it is led back to the prompt, which has its keys.
      tabIndex={0}
      onFocus={() => field.current?.focus()}
      className="completions"
      style={place}
      // The prompt keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
    >
      {items.map((item, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the prompt has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the prompt keeps the focus
        <div
          key={item.label}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          aria-label={`${item.label}, ${kinds[item.kind]}`}
          className="completion"
          onClick={() => completion.choose(item)}
        >
          <span
            className="completion-kind"
            data-kind={item.kind}
            data-letter={LETTERS[item.kind]}
          />
          <span className="completion-label">{item.label}</span>
        </div>
      ))}
    </div>,
    pane,
  );
}

/** Under the word where there is room, else above the prompt; in pixels of the window. */
function placeAt(element: HTMLTextAreaElement, start: number): Record<string, number> {
  const box = element.getBoundingClientRect();
  const cell = Number.parseFloat(getComputedStyle(element).fontSize) * CELL;
  const column = start - (element.value.lastIndexOf('\n', start - 1) + 1);
  const left = Math.max(4, Math.min(box.left + column * cell, window.innerWidth - WIDTH - 4));
  const view = window.visualViewport;
  const bottomOfView = view ? view.offsetTop + view.height : window.innerHeight;
  const below = bottomOfView - box.bottom - 8;
  const above = box.top - (view?.offsetTop ?? 0) - 8;
  return below >= HEIGHT || below >= above
    ? { left, top: box.bottom + 2, maxHeight: Math.min(HEIGHT, below) }
    : { left, bottom: window.innerHeight - box.top + 2, maxHeight: Math.min(HEIGHT, above) };
}
