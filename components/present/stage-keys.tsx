import { Dialog } from '@base-ui/react/dialog';
import { DialogHead } from '@/components/ui/dialog-head';
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
          <DialogHead title={words.title} close={words.close} />
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
