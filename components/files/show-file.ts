import type { PlaygroundStore } from '@/lib/store/playground-store';

/** Opens a file and lets it be seen: on a phone the list goes away, and so does the output. */
export function showFile(store: PlaygroundStore, path: string | undefined): void {
  const { openFile, appearance, maximised, maximise } = store.getState();
  openFile(path);
  if (maximised === 'console') maximise(undefined);
  if (!appearance.phone) return;
  store.setState({ filesSheet: false });
  document.getElementById('tab-code')?.click();
}
