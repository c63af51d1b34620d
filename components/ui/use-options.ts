import { type HTMLAttributes, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

interface Options {
  /** The index of the option that Enter would choose; -1 where there is none. */
  active: number;
  setActive: (index: number) => void;
  /** For the text field that keeps the focus all the time. */
  comboboxProps: HTMLAttributes<HTMLInputElement> & { role: 'combobox' };
  listId: string;
  optionId: (index: number) => string;
}

const PAGE = 8;

/**
 * A list under a text field (ARIA's combobox with a listbox popup that stays open): arrows, Page Up
 * and Page Down move the active option, Enter chooses it. A new `query` starts again with the first.
 */
export function useOptions(count: number, query: string, choose: (index: number) => void): Options {
  const id = useId();
  const [chosen, setChosen] = useState({ query, index: 0 });
  const index = chosen.query === query ? chosen.index : 0;
  const active = Math.min(index, count - 1);
  const moved = useRef(false);
  const optionId = (at: number) => `${id}-${at}`;

  const setActive = (at: number) => setChosen({ query, index: at });
  const moveTo = (at: number) => {
    moved.current = true;
    setActive(at);
  };

  useEffect(() => {
    // A pointer is where it is; only what keys and searches choose has to come into view.
    if (moved.current || active === 0) {
      document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
    }
    moved.current = false;
  }, [id, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || count === 0) return;
    const targets: Record<string, number> = {
      ArrowDown: (active + 1) % count,
      ArrowUp: (active - 1 + count) % count,
      PageDown: Math.min(active + PAGE, count - 1),
      PageUp: Math.max(active - PAGE, 0),
    };
    const target = targets[event.key];
    if (target !== undefined) moveTo(target);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) choose(active);
    else return;
    event.preventDefault();
  };

  const listId = `${id}-list`;
  return {
    active,
    setActive,
    comboboxProps: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active >= 0 ? optionId(active) : undefined,
      onKeyDown,
    },
    listId,
    optionId,
  };
}
