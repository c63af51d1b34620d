'use client';

import { ArrowLeftRight, ArrowUpDown, Columns2, Rows2 } from 'lucide-react';
import { useMessages } from '@/components/ui/messages-provider';
import { usePlayground } from './store-provider';

/** How the panes stand, where there are panes. */
export function LayoutButtons() {
  const texts = useMessages().playground;
  const arrangement = usePlayground((state) => state.appearance.arrangement);
  const consoleFirst = usePlayground((state) => state.settings.consoleFirst);
  const change = usePlayground((state) => state.changeSettings);
  const stacked = arrangement.startsWith('stacked');
  const Other = stacked ? Columns2 : Rows2;
  const Swap = stacked ? ArrowUpDown : ArrowLeftRight;
  const label = stacked ? texts.sideBySide : texts.stack;

  return (
    <span className="flex items-center max-sm:hidden">
      <button
        type="button"
        className="status-button"
        aria-label={label}
        title={label}
        onClick={() => change({ panes: stacked ? 'side' : 'stacked' })}
      >
        <Other className="size-3.5" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="status-button"
        aria-label={texts.swap}
        title={texts.swap}
        onClick={() => change({ consoleFirst: !consoleFirst })}
      >
        <Swap className="size-3.5" aria-hidden="true" />
      </button>
    </span>
  );
}
