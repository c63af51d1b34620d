/** What stands in the frame in place of a program: why there is none. */
import { fillPlural, type Texts } from '@/lib/messages/messages';
import type { EmbedTheme } from '@/lib/share/embed-code';
import { embedDocument, type Parts } from './document';
import { h } from './element';

const KINDS: Record<number, 'gone' | 'busy' | 'unavailable'> = {
  410: 'gone',
  429: 'busy',
  503: 'unavailable',
};

interface Missing {
  status: number;
  retryAfterS: number | undefined;
  theme: EmbedTheme;
  texts: Texts;
}

export function messageDocument(
  { status, retryAfterS, theme, texts }: Missing,
  parts: Parts,
): string {
  const { title, text, tab } = texts.messages.share[KINDS[status] ?? 'missing'];
  const words = h(
    'div',
    { class: 'message' },
    h('h1', {}, title),
    h('p', {}, typeof text === 'string' ? text : fillPlural(texts.locale, text, retryAfterS ?? 60)),
  );
  return embedDocument({ texts, theme, title: tab, contents: [words] }, parts);
}
