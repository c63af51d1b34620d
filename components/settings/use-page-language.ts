import { useRouter } from 'next/navigation';
import { useCallback, useSyncExternalStore } from 'react';
import { cookieOfChoice, type LocaleChoice, localeChoiceOf } from '@/lib/client/locale-cookie';

const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => listeners.delete(onChange);
}

interface PageLanguage {
  choice: LocaleChoice;
  /** The page stays as it is; only its words are fetched anew. */
  choose: (choice: LocaleChoice) => void;
}

/** The chosen language of the page; `auto` on the server and until the page is hydrated. */
export function usePageLanguage(): PageLanguage {
  const router = useRouter();
  const choice = useSyncExternalStore(
    subscribe,
    () => localeChoiceOf(document.cookie),
    () => 'auto' as const,
  );
  const choose = useCallback(
    (wanted: LocaleChoice) => {
      // biome-ignore lint/suspicious/noDocumentCookie: not every browser has the Cookie Store
      document.cookie = cookieOfChoice(wanted);
      for (const listener of listeners) listener();
      router.refresh();
    },
    [router],
  );
  return { choice, choose };
}
