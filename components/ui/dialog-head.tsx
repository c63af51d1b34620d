import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { IconButton } from './icon-button';

interface DialogHeadProps {
  title: string;
  /** What the button is called. */
  close: string;
}

/** The first line of a dialog: what it is, and how it is closed. */
export function DialogHead({ title, close }: DialogHeadProps) {
  return (
    <div className="flex shrink-0 items-center border-b border-line py-2 pr-2 pl-4">
      <Dialog.Title className="text-[0.9375rem] font-semibold">{title}</Dialog.Title>
      <Dialog.Close
        render={
          <IconButton label={close} className="ml-auto">
            <X className="size-4" aria-hidden="true" />
          </IconButton>
        }
      />
    </div>
  );
}
