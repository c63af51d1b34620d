/** A recorded run: what it is of, what it showed, how it ended. */
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import { statusOfEnd } from '@/lib/console/status';
import type { Transcript } from '@/lib/console/transcript';
import { LOCALE_NAMES } from '@/lib/messages/locales';
import { fill, fillPlural, type Texts } from '@/lib/messages/messages';
import { doneOf } from '@/lib/share/receipt-transcript';
import { type Child, h } from './element';
import { endView, itemView, labelView, outView, shownItems } from './output-view';

/** More lines make a frame that is slow to open. */
const MAX_ITEMS = 300;

export interface Recorded {
  receipt: Receipt;
  /** Of that receipt. */
  transcript: Transcript;
  language: Language;
  timeoutS: number;
  /** The program's page, which has all of it. */
  page: string;
  scrolls: boolean;
}

export function recordedView(recorded: Recorded, texts: Texts): Child[] {
  const { receipt, transcript, timeoutS, page, scrolls } = recorded;
  const words = texts.messages.embed;
  const items = shownItems(transcript);
  const rows: Child[] = items.slice(0, MAX_ITEMS).map((item) => itemView(item, texts));
  if (items.length === 0) rows.push(h('p', { class: 'none' }, words.noOutput));
  const more = items.length - MAX_ITEMS;
  if (more > 0) {
    const text = fillPlural(texts.locale, words.moreLines, more);
    const link = h('a', { href: page, target: '_blank', rel: 'noopener' }, text);
    rows.push(h('p', { class: 'none' }, link));
  }
  return [
    labelView(words.recorded, recordedOn(recorded, texts)),
    outView(rows, texts, scrolls),
    recordedEnd(receipt, timeoutS, texts),
  ];
}

function recordedEnd(receipt: Receipt, timeoutS: number, texts: Texts): Child {
  const done = doneOf(receipt);
  const { tone, headline, facts } = statusOfEnd(done, { timeoutS, limits: undefined }, texts);
  return endView(tone, [headline, ...facts.slice(0, 2)].join(' · '));
}

/** The server does not know where the reader is: the day is the world's. */
function recordedOn({ receipt, language }: Recorded, { locale, messages }: Texts): string {
  const { dates } = LOCALE_NAMES[locale];
  const day = new Intl.DateTimeFormat(dates, { dateStyle: 'medium', timeZone: 'UTC' });
  return fill(messages.embed.recordedOn, {
    runtime: LANGUAGE_NAMES[language].runtime,
    version: receipt.languageVersion,
    time: day.format(receipt.ranAtMs),
  });
}
