'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { QrCode } from '@/components/share/qr-code';
import { Filled } from '@/components/ui/filled';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { roomUrlOf, shownCode } from '@/lib/rooms/room-code';

interface PosterProps {
  code: string;
  /** This server's address, as the class finds it. */
  address: string;
}

/** How to join, in the size of a wall: address and code to type, QR code to scan. */
export function Poster({ code, address }: PosterProps) {
  const words = useMessages().rooms.poster;
  const url = address + roomUrlOf(code);
  const short = `${address.replace(/^https?:\/\//, '')}/r`;
  return (
    <div className="room-poster">
      <div className="room-poster-words">
        <p className="room-poster-how">
          <Filled text={words.goTo} values={{ address: <strong translate="no">{short}</strong> }} />
        </p>
        <p className="room-poster-code" translate="no">
          {shownCode(code)}
        </p>
      </div>
      <div className="room-poster-qr">
        <QrCode text={url} label={fill(words.qr, { address: url })} />
      </div>
    </div>
  );
}

interface PosterDialogProps extends PosterProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** The same over the whole page, for the projector. */
export function PosterDialog({ isOpen, onOpenChange, ...poster }: PosterDialogProps) {
  const words = useMessages().rooms.poster;
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="room-poster-dialog">
          <div className="room-poster-head">
            <Dialog.Title>{words.title}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.close}>
                  <X className="size-5" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <Poster {...poster} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
