import { useEffect } from 'react';
import { usePlaygroundStore } from '@/components/playground/store-provider';
import { SETTINGS_KEY } from '@/lib/store/settings';
import { APPEARANCE_QUERIES, showAppearance } from '@/lib/store/settings-appearance';

const matches = (query: string) => window.matchMedia(query).matches;

/** Ties the settings to the page: its root element, its media queries, and its other tabs. */
export function useSettingsInPage(): void {
  const store = usePlaygroundStore();

  useEffect(() => {
    const { updateAppearance, restoreSettings, flushSettings } = store.getState();
    updateAppearance(matches);
    restoreSettings();
    const show = () => {
      showAppearance(document.documentElement, store.getState().appearance);
      colourBrowser();
    };
    show();
    const unsubscribe = store.subscribe((state, old) => {
      if (state.appearance !== old.appearance) show();
    });

    const onMedia = () => updateAppearance();
    const queries = APPEARANCE_QUERIES.map((query) => window.matchMedia(query));
    for (const query of queries) query.addEventListener('change', onMedia);
    // `key` is null where another tab has cleared everything.
    const onStorage = ({ key }: StorageEvent) => {
      if (key === SETTINGS_KEY || key === null) restoreSettings();
    };
    window.addEventListener('storage', onStorage);
    window.addEventListener('pagehide', flushSettings);
    return () => {
      unsubscribe();
      for (const query of queries) query.removeEventListener('change', onMedia);
      window.removeEventListener('storage', onStorage);
      window.removeEventListener('pagehide', flushSettings);
    };
  }, [store]);
}

/** The browser's own bars take the page's colour. */
function colourBrowser(): void {
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground');
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.setAttribute('content', ground);
  }
}
