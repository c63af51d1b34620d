import type { Incoming } from '@/lib/store/workspace-slice';

const ACCEPTED = '.py,.pyw,.js,.mjs,.cjs,.ts,.mts,.cts,.txt,.ipynb,.zip,.csv,.tsv,.json,.md';

/** Lets the user choose files of the own device; calls back unless nothing is chosen. */
export function pickFiles(onPicked: (files: Incoming[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  // Phones know few of these endings, and then let nothing be chosen.
  if (!matchMedia('(pointer: coarse)').matches) input.accept = ACCEPTED;
  input.hidden = true;
  input.onchange = () => {
    const files = [...(input.files ?? [])].map((content) => ({ path: content.name, content }));
    input.remove();
    if (files.length > 0) onPicked(files);
  };
  input.oncancel = () => input.remove();
  // A field that is nowhere may be collected before the choice has been made.
  document.body.append(input);
  input.click();
}
