'use client';

import './steps.css';
import './drawing.css';
import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useMessages } from '@/components/ui/messages-provider';
import { StepsPanel, type StepsPanelProps } from './steps-panel';

export interface StepsDialogProps extends StepsPanelProps {
  open: boolean;
  onClose: () => void;
}

/** A program step by step, over the page. */
export function StepsDialog({ open, onClose, ...panel }: StepsDialogProps) {
  const words = useMessages().steps;
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup ref={popup} className="steps-dialog" initialFocus={popup}>
          <div className="steps-head">
            <Dialog.Title className="steps-title">{words.title}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.close} className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <StepsPanel {...panel} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
