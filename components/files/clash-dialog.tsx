'use client';

import { Dialog } from '@base-ui/react/dialog';
import { usePlayground, usePlaygroundStore } from '@/components/playground/store-provider';
import { Filled } from '@/components/ui/filled';
import { useMessages } from '@/components/ui/messages-provider';
import { shownPath } from '@/lib/store/shown-path';
import type { ClashChoice } from '@/lib/store/workspace-slice';

/** What to do about files whose names are taken. To close it means to leave them out. */
export function ClashDialog() {
  const store = usePlaygroundStore();
  const texts = useMessages().files.clash;
  const clash = usePlayground((state) => state.clash);
  const [first = '', ...others] = clash?.paths ?? [];
  const settle = (choice?: ClashChoice) =>
    void store
      .getState()
      .fileWork()
      .then((work) => work.settleClash(choice));

  return (
    <Dialog.Root open={clash !== undefined} onOpenChange={(open) => open || settle()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="clash-dialog">
          <Dialog.Title className="text-base font-semibold wrap-anywhere">
            {others.length > 0 ? (
              texts.title
            ) : (
              <Filled text={texts.titleOne} values={{ name: <bdi>{shownPath(first)}</bdi> }} />
            )}
          </Dialog.Title>
          {others.length > 0 ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
            <ul className="clash-names" tabIndex={0} aria-label={texts.title}>
              {clash?.paths.map((path) => (
                <li key={path}>
                  <bdi>{shownPath(path)}</bdi>
                </li>
              ))}
            </ul>
          ) : null}
          <Dialog.Description className="text-muted">{texts.text}</Dialog.Description>
          <div className="clash-choices">
            <Dialog.Close className="clash-choice">{texts.cancel}</Dialog.Close>
            <button type="button" className="clash-choice" onClick={() => settle('keep_both')}>
              {texts.keepBoth}
            </button>
            <button
              type="button"
              className="clash-choice clash-main"
              onClick={() => settle('replace')}
            >
              {texts.replace}
            </button>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
