import { type KeyboardEvent, type ReactNode, useRef } from 'react';

interface TabListProps<T extends string> {
  label: string;
  tabs: readonly T[];
  chosen: T;
  onChoose: (tab: T) => void;
  name: (tab: T) => ReactNode;
  /** The id of what a tab shows. */
  panel: (tab: T) => string;
  className: string;
  tabClassName: string;
}

/** Tabs, one stop for the Tab key; the arrows lead on. What they show says `aria-labelledby="tab-{name}"`. */
export function TabList<T extends string>(props: TabListProps<T>) {
  const { label, tabs, chosen, onChoose, name, panel, className, tabClassName } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const by = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
    const next = tabs[(tabs.indexOf(chosen) + by + tabs.length) % tabs.length];
    if (by === 0 || next === undefined) return;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={className} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`tab-${tab}`}
          type="button"
          role="tab"
          aria-selected={chosen === tab}
          aria-controls={panel(tab)}
          tabIndex={chosen === tab ? 0 : -1}
          className={tabClassName}
          onClick={() => onChoose(tab)}
        >
          {name(tab)}
        </button>
      ))}
    </div>
  );
}
