import { useEffect, useState } from 'react';
import { loadPrograms } from '@/lib/examples/programs';
import type { GalleryItem } from './gallery-item';

interface Code {
  /** Empty until it is there. */
  text: string;
  failed: boolean;
}

/** The code of an item. That of examples is fetched when the first of a language is shown. */
export function useCode({ key, language, draft }: GalleryItem): Code {
  const [code, setCode] = useState<Code>({ text: draft?.code ?? '', failed: false });

  useEffect(() => {
    if (draft) return;
    let gone = false;
    loadPrograms(language).then(
      (programs) => {
        if (!gone) setCode({ text: programs.get(key) ?? '', failed: false });
      },
      () => {
        if (!gone) setCode({ text: '', failed: true });
      },
    );
    return () => {
      gone = true;
    };
  }, [key, language, draft]);

  return code;
}
