'use client';

import { Dialog } from '@base-ui/react/dialog';
import { useState } from 'react';
import { DialogHead } from '@/components/ui/dialog-head';
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
          <DialogHead
            title={shared ? share.dialog.sharedTitle : writing.dialog.title}
            close={share.dialog.close}
          />
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
