/** What the picture of a shared program shows, as plain data for the thread that paints it. */
import { LANGUAGE_NAMES, type Language } from '@/lib/agentbay/languages';
import type { Receipt } from '@/lib/agentbay/receipt';
import { formatSeconds } from '@/lib/console/format';
import { cssOfStyle } from '@/lib/console/palette';
import { textOfItem } from '@/lib/console/rich-forms';
import { type StatusTone, statusOfEnd } from '@/lib/console/status';
import type { Segment, TextLine, Tone } from '@/lib/console/text-line';
import type { Item, ResultBlock } from '@/lib/console/transcript';
import { createLineColours } from '@/lib/highlight/line-colours';
import { fill, fillPlural, type Messages, type Texts } from '@/lib/messages/messages';
import { doneOf, transcriptOf } from '@/lib/share/receipt-transcript';
import type { ProgramSnippet } from '@/lib/snippets/contract';
import { COLOURS, colourOfCode, colourOfCss } from './colours';
import { imageSize } from './image-size';

/** A piece of a line, in one colour. */
export interface CardPiece {
  text: string;
  fill: string;
  ground?: string;
  bold?: boolean;
}

export interface CardPart {
  label: string;
  /** At the right of the label; `tone` is the colour of a dot before it. */
  aside?: string;
  tone?: string;
  lines: CardPiece[][];
  /** There are more lines than these. */
  isCut: boolean;
  /** The line that says what went wrong: shown at the end where lines are left out. */
  last?: CardPiece[];
  /** `source` is a `data:` URL. */
  image?: { source: string; width: number; height: number };
  /** In place of lines. */
  note?: string;
}

export interface Card {
  title: string;
  language: string;
  code: CardPart;
  /** Absent where no run was recorded. */
  output?: CardPart;
}

/** More than a picture shows, however small its letters. */
const MAX_LINES = 30;
const MAX_COLUMNS = 160;
const MAX_CODE = 20_000;
/** Output behind this is not looked at. A progress bar writes many times over one line. */
const MAX_OUTPUT = 64_000;

const DOTS: Partial<Record<StatusTone, string>> = {
  success: COLOURS.success,
  failure: COLOURS.danger,
};

/** The card of one revision. `hidesOutput`: the reader is to guess what it gives. */
export function cardOf(snippet: ProgramSnippet, hidesOutput: boolean, texts: Texts): Card {
  const { language, title, receipt } = snippet;
  const { name } = LANGUAGE_NAMES[language];
  const card: Card = {
    title: title || fill(texts.messages.share.page.untitled, { language: name }),
    language: name,
    code: codePart(snippet.code, language, texts),
  };
  if (receipt) {
    card.output = hidesOutput ? hiddenPart(texts) : outputPart(receipt, snippet.timeoutS, texts);
  }
  return card;
}

function codePart(code: string, language: Language, { locale, messages }: Texts): CardPart {
  const all = code.replace(/\s+$/, '').replace(/\r\n?/g, '\n');
  const begun = all.slice(0, MAX_CODE);
  const lines = begun.split('\n').slice(0, MAX_LINES);
  const count = all.split('\n').length;
  const coloured = createLineColours()(lines.map(shortened).join('\n'), language);
  return {
    label: LANGUAGE_NAMES[language].fileName,
    aside: fillPlural(locale, messages.share.dialog.contents.lines, count),
    lines: coloured.map((pieces) =>
      pieces.map(({ text, kind }) => ({ text, fill: colourOfCode(kind) })),
    ),
    isCut: count > MAX_LINES || begun.length < all.length,
  };
}

const shortened = (line: string) =>
  line.length > MAX_COLUMNS ? `${line.slice(0, MAX_COLUMNS)}…` : line;

function hiddenPart({ messages }: Texts): CardPart {
  const { output, guess } = messages.picture;
  return { label: output, lines: [], isCut: false, note: guess };
}

function outputPart(receipt: Receipt, timeoutS: number, texts: Texts): CardPart {
  const { messages } = texts;
  const done = doneOf(receipt);
  const { tone, headline } = statusOfEnd(done, { timeoutS, limits: undefined }, texts);
  const time = formatSeconds(done.executionTime, messages.console.time);
  const part: CardPart = {
    label: messages.picture.output,
    // What stopped it names a limit; which line was running does not fit.
    aside: done.exit.reason === 'exited' ? `${headline} · ${time}` : shortOf(headline),
    tone: DOTS[tone] ?? COLOURS.muted,
    lines: [],
    isCut: receipt.truncated,
  };
  const { items } = transcriptOf(beginning(receipt), texts);
  for (const item of items) addItem(part, item, messages);
  const name = items.findLast((item) => item.kind === 'text' && item.tone === 'error-name');
  if (name?.kind === 'text') part.last = piecesOf(name.slice(0, MAX_COLUMNS * 2), name.tone);
  while (part.lines.at(-1)?.length === 0) part.lines.pop();
  if (part.lines.length === 0 && !part.image) part.note = messages.share.page.noOutput;
  return part;
}

const shortOf = (sentence: string) => sentence.split(/[:：（]/)[0] ?? sentence;

/** The receipt without what is far behind; results and errors stay. */
function beginning(receipt: Receipt): Receipt {
  let room = MAX_OUTPUT;
  const events: Receipt['events'] = [];
  for (const event of receipt.events) {
    if (event.type !== 'stdout' && event.type !== 'stderr' && event.type !== 'typed') {
      events.push(event);
    } else if (room > 0) {
      events.push({ ...event, text: event.text.slice(0, room) });
      room -= event.text.length;
    }
  }
  return { ...receipt, events };
}

function addItem(part: CardPart, item: Item, messages: Messages): void {
  if (item.kind === 'result') addResult(part, item, messages);
  // What stands below an image has no room.
  if (item.kind !== 'text' || part.image) return;
  if (part.lines.length < MAX_LINES) part.lines.push(piecesOfLine(item));
  else part.isCut ||= item.length > 0;
}

function piecesOfLine(line: TextLine): CardPiece[] {
  const pieces = piecesOf(line.slice(0, MAX_COLUMNS), line.tone);
  return line.length > MAX_COLUMNS ? [...pieces, { text: '…', fill: COLOURS.muted }] : pieces;
}

function addResult(part: CardPart, { form, item }: ResultBlock, { picture }: Messages): void {
  if (part.image) return;
  // Vega and HTML are programs: they run on the page, in the reader's browser, and never here.
  if (form.kind === 'chart' || (form.kind === 'html' && textOfItem(item) === item.html)) {
    part.lines.push([{ text: picture[form.kind], fill: COLOURS.muted }]);
    return;
  }
  if (form.kind === 'image') {
    const size = imageSize(form.source);
    if (size) part.image = { source: form.source, ...size };
    if (size) return;
  }
  for (const line of (textOfItem(item)?.slice(0, MAX_OUTPUT) ?? '').trimEnd().split('\n')) {
    if (part.lines.length >= MAX_LINES) {
      part.isCut = true;
      return;
    }
    part.lines.push([{ text: shortened(line), fill: COLOURS.text }]);
  }
}

const TONES: Partial<Record<Tone, string>> = {
  stderr: COLOURS['out-stderr'],
  input: COLOURS['out-input'],
  error: COLOURS.danger,
  'error-name': COLOURS.danger,
  note: COLOURS.muted,
};

function piecesOf(segments: Segment[], lineTone: Tone): CardPiece[] {
  return segments.map(({ text, tone, style }) => {
    const css = cssOfStyle(style);
    if (style.hidden) return { text: ' '.repeat(text.length), fill: COLOURS.text };
    const ground = colourOfCss(css?.backgroundColor);
    return {
      text,
      fill: colourOfCss(css?.color) ?? TONES[tone] ?? COLOURS.text,
      ...(ground === undefined ? {} : { ground }),
      ...(style.bold || lineTone === 'error-name' ? { bold: true } : {}),
    };
  });
}
