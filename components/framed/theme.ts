/** The colours of a frame: those that the page around it asks for, or the reader's. */
import type { EmbedTheme } from '@/lib/share/embed-code';
import { DEFAULT_SETTINGS } from '@/lib/store/settings';
import { appearanceOf, showAppearance } from '@/lib/store/settings-appearance';

const READERS = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'];

export function showTheme(theme: EmbedTheme): void {
  const root = document.documentElement;
  root.dataset.framed = theme;
  const settings = { ...DEFAULT_SETTINGS, theme: theme === 'auto' ? 'system' : theme } as const;
  showAppearance(
    root,
    appearanceOf(settings, (query) => matchMedia(query).matches),
  );
}

/** Changes with the reader's system, until it is given up. */
export function followTheme(): () => void {
  const queries = READERS.map((query) => matchMedia(query));
  const follow = () => {
    if (document.documentElement.dataset.framed === 'auto') showTheme('auto');
  };
  for (const query of queries) query.addEventListener('change', follow);
  return () => {
    for (const query of queries) query.removeEventListener('change', follow);
  };
}
