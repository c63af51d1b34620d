/** What the document of an embed tells its script. Safe for the browser. */
import type { SourceFile } from '@/lib/agentbay/contract';
import type { Language } from '@/lib/agentbay/languages';
import type { Locale } from '@/lib/messages/locales';
import type { Messages } from '@/lib/messages/messages';
import type { LineRange } from '@/lib/share/line-range';

/** A program as it is run. */
export interface EmbedProgram {
  language: Language;
  code: string;
  files: SourceFile[];
  /** Prepared input; absent: it is typed while the program runs. */
  stdin?: string;
  timeoutS: number;
}

export interface EmbedData {
  /** Absent where the page around the frame brings the program. */
  snippet?: { id: string; revision: number; page: string };
  /** The same. */
  program?: EmbedProgram;
  /** The lines that are shown; absent: all. */
  lines?: LineRange;
  /** Of code that the page around brings. */
  timeoutS: number;
  readonly: boolean;
  /** The recorded output is not here: the reader has to guess it first. */
  predict: boolean;
  locale: Locale;
  messages: ReturnType<typeof embedMessages>;
}

/** The texts that the script shows: few, as they come with each embed. */
export function embedMessages({ console, errors, results, prompt, server, embed }: Messages) {
  const { status, reasons, spoken, time } = console;
  const { problems, advice, busyFor, typeAgain, reference } = errors;
  const { unnamedImage, imageAsText, unnamedChart, html, table, index, rows, firstRows } = results;
  const { preparedLines, preparedUsedUp } = prompt;
  return {
    console: { status, reasons, spoken, time },
    errors: { problems, advice, busyFor, typeAgain, reference },
    results: { unnamedImage, imageAsText, unnamedChart, html, table, index, rows, firstRows },
    prompt: { preparedLines, preparedUsedUp },
    server,
    embed,
  };
}
