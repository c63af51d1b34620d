import { useSyncExternalStore } from 'react';
import type { FrameTheme } from '@/lib/console/frame-messages';

const NAMES = ['text', 'muted', 'surface', 'raised', 'line', 'line-strong', 'accent'];

let current: FrameTheme | undefined;

/** The page's colours as they are now, for what cannot read its style sheet: frames and charts. */
export function useThemeColors(): FrameTheme {
  return useSyncExternalStore(subscribe, read, read);
}

function subscribe(onChange: () => void): () => void {
  const update = () => {
    const before = JSON.stringify(current);
    current = undefined;
    if (JSON.stringify(read()) !== before) onChange();
  };
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = new MutationObserver(update);
  system.addEventListener('change', update);
  chosen.observe(document.documentElement, {
    attributeFilter: ['class', 'style', 'data-theme', 'data-contrast'],
  });
  update();
  return () => {
    system.removeEventListener('change', update);
    chosen.disconnect();
  };
}

function read(): FrameTheme {
  if (current) return current;
  const style = getComputedStyle(document.documentElement);
  const colors = Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
  const scheme = style.colorScheme.includes('dark') ? 'dark' : 'light';
  current = { scheme, colors };
  return current;
}
