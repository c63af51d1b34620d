'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { useOverlay } from '@/components/actions/actions-provider';
import { DialogHead } from '@/components/ui/dialog-head';
import { useMessages } from '@/components/ui/messages-provider';
import { ShareForm } from './share-form';
import { ShareLinks } from './share-links';
import type { SharedNow } from './shared-now';

/** Nothing leaves the browser before the author says so; then the links are here. */
export function ShareDialog() {
  const { programs, share } = useMessages();
  const words = share.dialog;
  const { overlay, setOverlay } = useOverlay();
  const [shared, setShared] = useState<SharedNow>();
  return (
    <Dialog.Root
      open={overlay === 'share'}
      onOpenChange={(open) => setOverlay(open ? 'share' : undefined)}
      onOpenChangeComplete={(open) => open || setShared(undefined)}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="share-dialog">
          <DialogHead title={shared ? words.sharedTitle : words.title} close={words.close} />
          <div className="min-h-0 overflow-y-auto p-4">
            {shared ? (
              <ShareLinks shared={shared} />
            ) : (
              <>
                <ShareForm onShared={setShared} />
                <button
                  type="button"
                  className="snippet-button mt-3"
                  onClick={() => setOverlay('programs')}
                >
                  {programs.title}…
                </button>
              </>
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
