'use client';

import { Maximize2, Minimize2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import type { Pane } from '@/lib/store/settings-slice';
import { usePlayground } from './store-provider';

/** Gives a pane all the room, e.g. for a projector; the same button gives it back. */
export function MaximiseButton({ pane }: { pane: Pane }) {
  const texts = useMessages().playground;
  const isMaximised = usePlayground((state) => state.maximised === pane);
  const maximise = usePlayground((state) => state.maximise);
  const Icon = isMaximised ? Minimize2 : Maximize2;
  return (
    <IconButton
      label={isMaximised ? texts.showBothPanes : texts.maximise[pane]}
      onClick={() => maximise(isMaximised ? undefined : pane)}
      className="max-sm:hidden"
    >
      <Icon className="size-3.5" aria-hidden="true" />
      {isMaximised ? <span>{texts.showBoth}</span> : null}
    </IconButton>
  );
}
