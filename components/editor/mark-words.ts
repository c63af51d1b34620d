import { type Allowed, endInWords } from '@/lib/console/end-words';
import { fill, type Texts } from '@/lib/messages/messages';
import type { RunMark } from '@/lib/store/editor-slice';

/** What a marked line has to say: the exception, or why the program was ended there. */
export function wordsOfMark(mark: RunMark, allowed: Allowed, texts: Texts): string {
  if (mark.kind === 'error') return mark.message;
  return fill(texts.messages.console.mark, { end: endInWords(mark.done, allowed, texts) });
}
