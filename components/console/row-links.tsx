import type { ReactNode } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { useMessages } from '@/components/ui/messages-provider';
import type { Place } from '@/lib/console/places';
import { fill } from '@/lib/messages/messages';

interface LinkProps {
  children: ReactNode;
  /** The rest of a link that began in a row above. */
  isRest: boolean;
}

/** An address that the program has printed. It opens in a tab that knows nothing of this page. */
export function AddressLink({ address, isRest, children }: LinkProps & { address: string }) {
  const texts = useMessages().console;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={fill(texts.opensAddress, { host: new URL(address).host, address })}
      tabIndex={isRest ? -1 : undefined}
      draggable={false}
      className="out-link"
    >
      {children}
    </a>
  );
}

/** A place that an error names: to that line in the editor. */
export function PlaceLink({ place, isRest, children }: LinkProps & { place: Place }) {
  const texts = useMessages().console;
  const store = usePlaygroundStore();
  return (
    // biome-ignore lint/a11y/useValidAnchor: text in a button cannot be selected
    <a
      href="#editor"
      title={fill(texts.goesToLine, { line: place.line, file: place.path })}
      tabIndex={isRest ? -1 : undefined}
      draggable={false}
      className="out-place"
      onClick={(event) => {
        event.preventDefault();
        store.getState().revealInEditor(place);
      }}
    >
      {children}
    </a>
  );
}
