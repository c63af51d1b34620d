'use client';

import { Dialog } from '@base-ui/react/dialog';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/messages-provider';
import { fill } from '@/lib/messages/messages';
import { fetchFile } from '@/lib/share/files/fetch-program';
import { nameOfAddress, programAddress } from '@/lib/share/files/program-address';
import { shownPath } from '@/lib/store/shown-path';
import type { Incoming } from '@/lib/store/workspace-slice';
import { wordsOfRefusal } from './refusal-words';

interface AddressDialogProps {
  /** Named by a link, which the visitor may not have looked at; absent: it is typed here. */
  linked: string | undefined;
  onClose: () => void;
  /** Rejects where the file is no program. */
  onFetched: (file: Incoming) => Promise<void>;
  /** It is a program that is shared on this server. */
  onOwn: (id: string) => void;
}

/** Asks for an address of the web, or whether that of a link may be fetched; nothing is fetched before. */
export function AddressDialog({ linked, onClose, onFetched, onOwn }: AddressDialogProps) {
  const texts = useTexts();
  const words = texts.messages.programs.address;
  const id = useId();
  const [address, setAddress] = useState(linked ?? '');
  const [isLoading, setIsLoading] = useState(false);
  const [said, setSaid] = useState('');
  const cancel = useRef<HTMLButtonElement>(null);
  const host = hostOf(address);

  const load = async () => {
    if (isLoading) return;
    setIsLoading(true);
    setSaid('');
    try {
      const id = ownProgramOf(address);
      if (id !== undefined) return onOwn(id);
      const url = programAddress(address);
      await onFetched({ path: nameOfAddress(url), content: await fetchFile(url) });
    } catch (error) {
      setSaid(wordsOfRefusal(error, texts));
      setIsLoading(false);
    }
  };

  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup
          className="share-dialog address-dialog"
          // Who comes by a link and presses Enter without reading loads nothing.
          initialFocus={linked === undefined ? true : cancel}
        >
          <form
            className="share-form min-h-0 overflow-y-auto p-4"
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              void load();
            }}
          >
            <Dialog.Title className="text-base font-semibold">
              {linked === undefined ? words.title : words.titleByLink}
            </Dialog.Title>
            {linked === undefined || host === undefined ? null : (
              <p className="address-host wrap-anywhere">{fill(words.byLink, { host })}</p>
            )}
            {linked === undefined ? (
              <>
                <label htmlFor={id} className="share-label">
                  {words.label}
                </label>
                <input
                  id={id}
                  className="share-field"
                  inputMode="url"
                  autoComplete="off"
                  autoCapitalize="off"
                  spellCheck={false}
                  placeholder={words.placeholder}
                  value={address}
                  onChange={({ target }) => setAddress(target.value)}
                />
              </>
            ) : (
              <code className="address-whole wrap-anywhere" translate="no" dir="ltr">
                {shownPath(linked)}
              </code>
            )}
            <Dialog.Description className="share-hint">{words.text}</Dialog.Description>
            <p role="alert" className="share-failure wrap-anywhere">
              {said}
            </p>
            <div className="share-foot">
              <button type="submit" className="snippet-button is-main" aria-disabled={isLoading}>
                <span className="truncate">
                  {isLoading ? words.loading : host ? fill(words.loadFrom, { host }) : words.load}
                </span>
              </button>
              <Dialog.Close ref={cancel} className="snippet-button">
                {words.cancel}
              </Dialog.Close>
            </div>
          </form>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function ownProgramOf(address: string): string | undefined {
  const { origin, pathname } = URL.parse(address.trim()) ?? {};
  return origin === location.origin ? /^\/s\/([a-z0-9]+)/.exec(pathname ?? '')?.[1] : undefined;
}

/** Where it would be fetched from, as browsers write it: letters of other scripts as `xn--`. */
function hostOf(address: string): string | undefined {
  try {
    return programAddress(address).host;
  } catch {
    return undefined;
  }
}
