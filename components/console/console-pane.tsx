'use client';

import dynamic from 'next/dynamic';
import type { KeyboardEvent } from 'react';
import { PreparedInput } from '@/components/prompt/prepared-input';
import { useMessages } from '@/components/ui/messages-provider';
import { Announcer } from './announcer';
import { ConsoleButtons } from './console-buttons';
import { ConsoleOutput } from './console-output';
import { ConsoleStatus } from './console-status';
import { useOpenSearch } from './use-open-search';
import { useOutputActions } from './use-output-actions';
import { useSearch } from './use-search';

const SearchBar = dynamic(() => import('./search-bar').then((part) => part.SearchBar), {
  ssr: false,
});

export function ConsolePane() {
  const { title } = useMessages().console;
  const { search, asked, open, close } = useOpenSearch();
  const found = useSearch(search);
  useOutputActions(open);

  const onKeyDown = (event: KeyboardEvent) => {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  };

  return (
    <section
      id="console"
      aria-label={title}
      className="flex h-full min-w-0 flex-col bg-surface"
      onKeyDown={onKeyDown}
    >
      <h2 className="sr-only sm:hidden">{title}</h2>
      <div className="pane-head max-sm:hidden">
        <h2 className="font-medium">{title}</h2>
        <ConsoleButtons onSearch={open} />
      </div>
      <PreparedInput />
      {found ? <SearchBar found={found} asked={asked} onClose={close} /> : null}
      <ConsoleOutput found={found} />
      <div className="relative flex shrink-0 border-t border-line max-[23rem]:flex-wrap">
        <ConsoleStatus />
        <div className="ml-auto flex items-center pr-1 sm:hidden">
          <ConsoleButtons onSearch={open} />
        </div>
      </div>
      <Announcer />
    </section>
  );
}
