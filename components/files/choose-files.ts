import type { PlaygroundStore } from '@/lib/store/playground-store';

/** Lets the user choose files of the own device, and adds them. */
export function chooseFiles(store: PlaygroundStore): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.hidden = true;
  input.onchange = () => {
    addFiles(
      store,
      [...(input.files ?? [])].map((content) => ({ path: content.name, content })),
    );
    input.remove();
  };
  input.oncancel = () => input.remove();
  // A field that is nowhere may be collected before the choice has been made.
  document.body.append(input);
  input.click();
}

export function addFiles(
  store: PlaygroundStore,
  files: readonly { path: string; content: Blob }[],
): void {
  if (files.length > 0)
    void store
      .getState()
      .fileWork()
      .then((work) => work.add(files));
}
