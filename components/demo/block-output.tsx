'use client';

import { Announcer } from '@/components/console/announcer';
import { ConsoleOutput } from '@/components/console/console-output';
import { ConsoleStatus } from '@/components/console/console-status';
import { StoreContext } from '@/components/playground/store-provider';
import type { PlaygroundStore } from '@/lib/store/playground-store';

/** What a block gives as it runs, with the field for its input. */
export function BlockOutput({ store }: { store: PlaygroundStore }) {
  return (
    <StoreContext value={store}>
      <div className="run-console">
        <ConsoleOutput found={undefined} hasPrompt={false} />
        <div className="run-status">
          <ConsoleStatus />
        </div>
      </div>
      <Announcer />
    </StoreContext>
  );
}
