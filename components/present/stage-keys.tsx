import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useMessages } from '@/components/ui/messages-provider';

interface StageKeysProps {
  isOpen: boolean;
  onClose: () => void;
}

/** What each key does. */
export function StageKeys({ isOpen, onClose }: StageKeysProps) {
  const words = useMessages().present.keys;
  const rows: [string, string[]][] = [
    [words.next, ['→', '↓', 'Space', 'PgDn']],
    [words.previous, ['←', '↑', 'PgUp']],
    [words.ends, ['Home', 'End']],
    [words.run, ['R', 'S']],
    [words.mark, ['J', 'K']],
    [words.extend, ['⇧ J', '⇧ K']],
    [words.unmark, ['M']],
    [words.blank, ['B', '.']],
    [words.size, ['+', '−']],
    [words.contrast, ['C']],
    [words.fullScreen, ['F']],
    [words.notes, ['N']],
    [words.help, ['?']],
  ];
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="share-dialog stage-keys">
          <div className="flex shrink-0 items-center border-b border-line py-2 pr-2 pl-4">
            <Dialog.Title className="text-[0.9375rem] font-semibold">{words.title}</Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label={words.close} className="ml-auto">
                  <X className="size-4" aria-hidden="true" />
                </IconButton>
              }
            />
          </div>
          <div className="min-h-0 overflow-y-auto p-4">
            <dl>
              {rows.map(([what, keys]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {keys.map((key) => (
                      <span key={key}>
                        <Kbd name={key} />
                        <span className="sr-only">{key} </span>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            <p>{words.click}</p>
            <p>{words.text}</p>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
