import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { type ImportNote, Refusal } from '@/lib/share/files/refusal';
import { shownPath } from '@/lib/store/shown-path';

/** More names are counted. */
const MAX_NAMES = 5;

/** Why something could not be opened; what is no Refusal is a slip of ours. */
export function wordsOfRefusal(error: unknown, { messages }: Texts): string {
  const words = messages.programs.refusals;
  if (!(error instanceof Refusal)) return words.unreadable;
  const { reason, values } = error;
  const shown = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? shownPath(value) : value,
  ]);
  return fill(words[reason], Object.fromEntries(shown));
}

export function wordsOfNote(note: ImportNote, { locale, messages }: Texts): string {
  const words = messages.programs.notes;
  switch (note.kind) {
    case 'latin1':
    case 'utf16':
      return fill(words[note.kind], { name: shownPath(note.name) });
    case 'outputs':
    case 'commands':
      return fillPlural(locale, words[note.kind], note.count);
    default: {
      const shown = note.names.slice(0, MAX_NAMES).map(shownPath);
      const list = new Intl.ListFormat(LOCALE_NAMES[locale].dates, { type: 'unit' }).format(shown);
      const more = note.names.length - shown.length;
      const names = more > 0 ? fillPlural(locale, words.andMore, more, { names: list }) : list;
      return fill(words[note.kind], { names });
    }
  }
}
