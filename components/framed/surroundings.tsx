'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { listenAround } from '@/components/embed/script/around';
import { reportHeight } from '@/components/embed/script/height';
import { useMessages } from '@/components/ui/messages-provider';
import { placeDialogs, withDialog } from './dialog-place';
import { followTheme, showTheme } from './theme';

/** Higher than any page needs; what is more scrolls. */
const MAX_HEIGHT_PX = 20_000;

/** Speaks with the page around the frame: its height, its colours. Says why nothing can be run where that is so. */
export function Surroundings({ id }: { id: string }) {
  const { closedIn } = useMessages().embed;
  const isClosedIn = useSyncExternalStore(
    nothing,
    () => self.origin === 'null',
    () => false,
  );
  useEffect(() => {
    const main = document.getElementById('framed');
    if (!main) return;
    const again = reportHeight(main, id, {
      maxPx: MAX_HEIGHT_PX,
      measure: () => withDialog(Math.ceil(main.getBoundingClientRect().height)),
    });
    listenAround({ onHello: again, onTheme: showTheme });
    const ends = [followTheme(), placeDialogs(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [id]);
  if (!isClosedIn) return null;
  return (
    <p className="snippet-note framed-closed" role="note">
      {closedIn}
    </p>
  );
}

const nothing = () => () => {};
