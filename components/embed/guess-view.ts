import type { Texts } from '@/lib/messages/messages';
import { type Child, h } from './element';
import { endView, labelView } from './output-view';

/** Characters; it stands in an address where there is no script. */
export const MAX_GUESS = 2000;

/** What the reader expected and whether it was so, to stand above what was printed. */
export function comparedView(guess: string, printed: string, texts: Texts): Child[] {
  const words = texts.messages.embed.guess;
  const isSame = plain(guess) === plain(printed);
  return [
    labelView(words.label),
    h('pre', { class: 'guessed', translate: 'no', tabindex: 0 }, guess),
    endView(isSame ? 'success' : 'quiet', isSame ? words.same : words.different),
  ];
}

/** Blanks at the ends of lines and empty lines around are nothing that a reader could know. */
function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
