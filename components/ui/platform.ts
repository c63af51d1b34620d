import { useSyncExternalStore } from 'react';

const noChanges = () => () => {};

/** True on Apple's systems, where shortcuts use the command key. */
export function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** The name of the key that runs a program together with Enter; `Ctrl` until the page is hydrated. */
export function useCommandKey(): string {
  return useSyncExternalStore(
    noChanges,
    () => (isApple() ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}
