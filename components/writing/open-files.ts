/** Opens Markdown and notebooks of the own device as the document. */

import { wordsOfRefusal } from '@/components/programs/refusal-words';
import { notebookToDemo } from '@/lib/demos/import/notebook-demo';
import type { WritingStore } from '@/lib/demos/write/writing-store';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { decodeText } from '@/lib/share/files/decode-text';

const MIB = 1024 * 1024;
/** A notebook may hold pictures, which are left out. */
const LIMITS = { markdown: MIB, notebook: 32 * MIB };

export function pickDocument(onPicked: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  // Phones know few of these endings, and then let nothing be chosen.
  if (!matchMedia('(pointer: coarse)').matches) input.accept = '.md,.markdown,.ipynb,.txt';
  input.hidden = true;
  input.onchange = () => {
    const file = input.files?.[0];
    input.remove();
    if (file) onPicked(file);
  };
  input.oncancel = () => input.remove();
  document.body.append(input);
  input.click();
}

/** What stood in the editor becomes a draft. Says in the page what went wrong, or was left out. */
export async function openDocument(file: File, store: WritingStore, texts: Texts): Promise<void> {
  const words = texts.messages.writing;
  const refuse = (reason: string) => store.setState({ notice: { kind: 'refused', reason } });
  const isNotebook = /\.ipynb$/i.test(file.name);
  const limit = LIMITS[isNotebook ? 'notebook' : 'markdown'];
  if (file.size > limit) {
    refuse(fill(words.imported.tooLarge, { mebibytes: limit / MIB }));
    return;
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  const decoded = bytes && decodeText(new Uint8Array(bytes));
  if (!decoded) {
    refuse(fill(words.imported.noText, { name: file.name }));
    return;
  }
  const { name } = file;
  const show = (markdown: string, notes: readonly string[], again?: () => void) => {
    const before = store.getState().markdown;
    const notice = { kind: 'opened', name, before, notes } as const;
    store.getState().open(markdown, again ? { ...notice, again } : notice);
  };
  if (!isNotebook) {
    show(decoded.text, []);
    return;
  }
  const showNotebook = (withOutputs: boolean) => {
    const { markdown, notes } = notebookToDemo(decoded.text, { withOutputs });
    const hasOutputs = !withOutputs && notes.some(({ kind }) => kind === 'outputs');
    show(
      markdown,
      notes.map(({ kind, count }) => fillPlural(texts.locale, words.imported[kind], count)),
      hasOutputs ? () => showNotebook(true) : undefined,
    );
  };
  try {
    showNotebook(false);
  } catch (error) {
    refuse(wordsOfRefusal(error, texts));
  }
}
