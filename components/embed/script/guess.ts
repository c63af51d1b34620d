/** Predict first: the recorded output is fetched once the reader has written a guess. */

import type { Texts } from '@/lib/messages/messages';
import { transcriptOf } from '@/lib/share/receipt-transcript';
import type { SnippetResponse } from '@/lib/snippets/contract';
import { type Child, toNode } from '../element';
import { comparedView } from '../guess-view';
import type { EmbedData, EmbedProgram } from '../page-data';
import { recordedView } from '../recorded-view';

interface Guessed {
  snippet: NonNullable<EmbedData['snippet']>;
  program: EmbedProgram;
  texts: Texts;
}

/** `onShown` is called when the output is there. */
export function askForGuess({ snippet, program, texts }: Guessed, onShown: () => void): void {
  const form = document.getElementById('guess') as HTMLFormElement;
  const field = document.getElementById('guess-text') as HTMLTextAreaElement;
  const said = document.getElementById('guess-said') as HTMLElement;
  const words = texts.messages.embed.guess;
  form.noValidate = true;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (field.value.trim() === '') {
      said.textContent = words.empty;
      field.focus();
      return;
    }
    const receipt = await fetchReceipt(snippet);
    if (!receipt) {
      said.textContent = words.failed;
      return;
    }
    const { language, timeoutS } = program;
    const { page } = snippet;
    const transcript = transcriptOf(receipt, texts);
    const parts = [
      ...comparedView(field.value, transcript.items, texts),
      ...recordedView({ receipt, transcript, language, timeoutS, page, scrolls: true }, texts),
    ].filter((part): part is Exclude<Child, undefined> => part !== undefined);
    form.replaceWith(...parts.map(toNode));
    onShown();
    document.querySelector<HTMLElement>('.guessed')?.focus();
  });
}

/** Undefined where it cannot be had now. */
async function fetchReceipt({ id, revision }: Guessed['snippet']) {
  try {
    const answer = await fetch(`/api/snippets/${id}?revision=${revision}`, { credentials: 'omit' });
    if (!answer.ok) return undefined;
    const found = (await answer.json()) as SnippetResponse;
    return found.kind === 'program' ? found.receipt : undefined;
  } catch {
    return undefined;
  }
}
