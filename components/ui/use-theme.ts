import { useSyncExternalStore } from 'react';

export type ShownTheme = 'light' | 'dark' | 'contrast';

/** The theme in which the page is shown at the moment; `light` on the server and until the page is hydrated. */
export function useTheme(): ShownTheme {
  return useSyncExternalStore(
    (onChange) => {
      const observer = new MutationObserver(onChange);
      observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
      return () => observer.disconnect();
    },
    () => (document.documentElement.dataset.theme ?? 'light') as ShownTheme,
    () => 'light',
  );
}
