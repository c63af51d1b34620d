/** The embed that a page of somebody else's fills with code of its own (tag/). Nothing of it is kept or sent, except to run it. */
import type { Texts } from '@/lib/messages/messages';
import { codeView, embedDocument, footView, headView, type Parts } from './document';
import { h } from './element';

/** `timeoutS`: what a program of it may take. */
export function codeDocument(texts: Texts, timeoutS: number, parts: Parts): string {
  const words = texts.messages.embed;
  return embedDocument(
    {
      texts,
      theme: 'auto',
      title: words.program,
      data: { timeoutS, readonly: false, predict: false },
      contents: [
        headView({
          texts,
          title: words.alone.title,
          language: '',
          page: undefined,
          readonly: false,
        }),
        codeView([], texts),
        h('div', { id: 'shown' }, h('p', { class: 'note' }, words.alone.text)),
        ...footView(texts),
      ],
    },
    parts,
  );
}
