'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useOverlay } from '@/components/actions/actions-provider';
import { IconButton } from '@/components/ui/icon-button';
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
          <div className="flex shrink-0 items-center border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-[0.9375rem] font-semibold">
              {shared ? words.sharedTitle : words.title}
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.close} className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
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
