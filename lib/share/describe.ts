/** What a shared program is, in a sentence or two for search engines and chats: its own words where it has some. */
import { LANGUAGE_NAMES, type Language } from '../agentbay/languages';
import type { ReceiptEvent } from '../agentbay/receipt';
import { fill, type Texts } from '../messages/messages';
import type { ProgramSnippet } from '../snippets/contract';
import { transcriptOf } from './receipt-transcript';

const MAX_COMMENT = 120;
const MAX_OUTPUT = 100;
/** Output behind this does not get into a sentence. */
const MAX_TEXT = 2000;

/** One line, without control characters. `hidesOutput`: the reader is to guess it. */
export function describe(snippet: ProgramSnippet, hidesOutput: boolean, texts: Texts): string {
  const { language, code } = snippet;
  const { description } = texts.messages.share.page;
  const { printed } = texts.messages.picture;
  const comment = oneLine(leadingComment(code.slice(0, MAX_TEXT), language), MAX_COMMENT);
  const output = hidesOutput ? '' : oneLine(outputOf(snippet, texts), MAX_OUTPUT);
  const parts = [comment, output && fill(printed, { output })].filter(Boolean);
  const { name } = LANGUAGE_NAMES[language];
  return parts.length === 0 ? fill(description, { language: name }) : parts.join(' · ');
}

const COMMENTS = {
  python: [/^\s*(?:"""|''')([\s\S]*?)(?:"""|'''|$)/, /^\s*((?:#.*\n?)+)/],
  script: [/^\s*\/\*+([\s\S]*?)(?:\*\/|$)/, /^\s*((?:\/\/.*\n?\s*)+)/],
};
const MACHINE = /^#(?:!|.*coding[:=]).*\n?/gm;
const MARKS = /^\s*(?:#+|\/\/+|\*+)[ \t]?/gm;

/** What the program says of itself before it begins. */
function leadingComment(code: string, language: Language): string {
  const forms = language === 'python' ? COMMENTS.python : COMMENTS.script;
  const begun = code.replace(MACHINE, '');
  for (const form of forms) {
    const found = form.exec(begun)?.[1];
    if (found?.trim()) return found.replace(MARKS, '');
  }
  return '';
}

function outputOf({ receipt }: ProgramSnippet, texts: Texts): string {
  if (!receipt) return '';
  const events: ReceiptEvent[] = [];
  for (const event of receipt.events.slice(0, 50)) {
    if (event.type === 'stdout') events.push({ ...event, text: event.text.slice(0, MAX_TEXT) });
    else if (event.type === 'result' || event.type === 'error') events.push(event);
  }
  return transcriptOf({ ...receipt, events }, texts).toText(texts);
}

/** Text that moves its neighbours about, and what is no text. */
const NO_TEXT = /[\p{Cc}\p{Cf}\p{Co}\ufffd]+/gu;

export function oneLine(text: string, limit: number): string {
  const line = text
    .toWellFormed()
    .slice(0, limit * 8)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(NO_TEXT, '')
    .trim();
  const characters = [...line];
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}
