import type { Item } from '@/lib/console/transcript';
import { fillPlural, type Texts } from '@/lib/messages/messages';
import { compareGuess } from '@/lib/share/compare-guess';
import { type Child, h } from './element';
import { endView, labelView } from './output-view';

/** Characters; it stands in an address where there is no script. */
export const MAX_GUESS = 2000;

const TONES = { right: 'success', nearly: 'success', wrong: 'quiet' };

/** What the reader expected and how much of it was so, to stand above what was printed. */
export function comparedView(guess: string, items: readonly Item[], texts: Texts): Child[] {
  const words = texts.messages.embed.guess;
  const { verdict, rightLines, lines } = compareGuess(guess, items);
  const values = { right: rightLines };
  const wrong = fillPlural(texts.locale, words.wrong, lines, values);
  return [
    labelView(words.label),
    h('pre', { class: 'guessed', translate: 'no', tabindex: 0 }, guess),
    endView(TONES[verdict], verdict === 'wrong' ? wrong : words[verdict]),
  ];
}
