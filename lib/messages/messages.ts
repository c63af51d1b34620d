/** The page's texts: plain data, so that a server component can hand one language's to the browser. */
import type { ExitReason } from '../agentbay/contract';
import type { en } from './en';
import type { Locale } from './locales';

/** English is the form that every language has. */
export type Messages = typeof en;

/** One language's texts, and which language that is. */
export interface Texts {
  locale: Locale;
  messages: Messages;
}

/** A text that depends on a number; which form is taken is the language's own rule (`Intl.PluralRules`). */
export interface Plural {
  /** Absent in languages that have one form for every number. */
  one?: string;
  other: string;
}

/** What the server says, in a language other than its own. What is absent stands as the server wrote it. */
export interface ServerWords {
  /** By code. */
  problems?: Record<string, { title: string; detail?: string }>;
  /** How a run ended, without the full stop. */
  ends?: Record<
    | Exclude<ExitReason, 'exited'>
    | 'waitedTooLong'
    // What is added to one of them, which is their `{end}`.
    | 'because'
    | 'atLine'
    | 'lineRan'
    | 'waited'
    | 'sandboxLost',
    string
  >;
  /** What a signal means, by its name. */
  signals?: Record<string, string>;
  hints?: { fullDisk: string; largeFile: string };
}

type Values = Record<string, string | number>;

/** `template` with each `{name}` replaced by the value of that name. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The form for `count`, which stands in it as `{count}`, written as the language does; `values` fill the rest. */
export function fillPlural(
  locale: string,
  forms: Plural,
  count: number,
  values: Values = {},
): string {
  const isOne = new Intl.PluralRules(locale).select(count) === 'one';
  const written = new Intl.NumberFormat(locale).format(count);
  return fill((isOne && forms.one) || forms.other, { count: written, ...values });
}
