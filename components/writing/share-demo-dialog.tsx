'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { DemoLinks, type DemoShared } from './demo-links';
import { ShareDemoForm } from './share-demo-form';

interface ShareDemoDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Nothing leaves the browser before the author says so; then the links are here. */
export function ShareDemoDialog({ open, onOpenChange }: ShareDemoDialogProps) {
  const { share, writing } = useMessages();
  const [shared, setShared] = useState<DemoShared>();
  return (
    <Dialog.Root
      open={open}
      onOpenChange={onOpenChange}
      onOpenChangeComplete={(isOpen) => isOpen || setShared(undefined)}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="share-dialog">
          <div className="flex shrink-0 items-center border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-[0.9375rem] font-semibold">
              {shared ? share.dialog.sharedTitle : writing.dialog.title}
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={share.dialog.close} className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <div className="min-h-0 overflow-y-auto p-4">
            {shared ? (
              <DemoLinks shared={shared} onGoOn={() => onOpenChange(false)} />
            ) : (
              <ShareDemoForm onShared={setShared} />
            )}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
