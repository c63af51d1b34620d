import type { Problem, RichItem } from '../agentbay/contract';
import { wordsOfProblem } from '../client/problem-words';
import { fill, type Texts } from '../messages/messages';
import { EscapeParser } from './escape-parser';
import type { Explanation } from './explain/explanation';
import type { Place } from './places';
import type { PromptMarks } from './prompt-marks';
import { type Form, nameOfItem, textOfItem } from './rich-forms';
import { Screen } from './screen';
import type { TextLine, Tone } from './text-line';
import { applySgr, PLAIN, type TextStyle } from './text-style';

/** A value the program showed, and the best of its forms. */
export interface ResultBlock {
  kind: 'result';
  item: RichItem;
  form: Form;
}

/** Something we could not do. */
export interface ProblemBlock {
  kind: 'problem';
  problem: Problem;
  /** What did not get through: the run itself, or a line of its input. */
  lost: 'run' | 'input';
}

/** What an error above it means; it is ours, not the program's. */
export interface ExplanationBlock {
  kind: 'explanation';
  explanation: Explanation;
  /** The place in the program that it is about, where that can be shown. */
  place: Place | undefined;
}

export type Block = ResultBlock | ProblemBlock | ExplanationBlock;
export type Item = TextLine | Block;

/** Beyond these the oldest lines are dropped from the view, which says so. */
export const MAX_LINES = 100_000;
export const MAX_CHARACTERS = 8 * 1024 * 1024;

interface Channel {
  parser: EscapeParser;
  style: TextStyle;
}

/**
 * What a run has shown so far. It is mutable and holds no React state; `version` rises with each
 * change and `takeDirty` says from which item on.
 */
export class Transcript {
  /** Lines that were dropped at the top to stay within the limits. */
  droppedLines = 0;

  readonly #screen = new Screen<Block>();
  #stdout = newChannel();
  #stderr = newChannel();

  get items(): readonly Item[] {
    return this.#screen.items;
  }

  /** The index of the item in which output would go on. */
  get endIndex(): number {
    return this.items.length - 1;
  }

  get version(): number {
    return this.#screen.version;
  }

  /** Says how far the run is, in seconds: lines that begin from now on remember it. */
  setTime(timeS: number | undefined): void {
    this.#screen.timeS = timeS;
  }

  /** True where nothing is shown. */
  get isEmpty(): boolean {
    const [first] = this.items;
    return this.items.length === 1 && first?.kind === 'text' && first.length === 0;
  }

  /** Output of the program, with its escapes; they may be cut at any place. */
  write(stream: 'stdout' | 'stderr', text: string): void {
    this.#feed(stream === 'stdout' ? this.#stdout : this.#stderr, stream, text);
    this.#trim();
  }

  /** What the user typed at a prompt, as it was sent. */
  echo(text: string): void {
    this.#feed(newChannel(), 'input', text);
  }

  /** What was entered at the prompt, each line after its mark; control characters count for nothing. */
  addCell(code: string, marks: PromptMarks): void {
    this.#screen.startRegion();
    const lines = code.replace(/\n$/, '').split('\n');
    for (const [at, line] of lines.entries()) {
      this.#screen.print(at === 0 ? marks.first : marks.next, PLAIN, 'mark');
      const printable = line.replace(/\t/g, '    ').replace(/\p{Cc}/gu, '');
      this.#screen.print(printable, PLAIN, 'cell');
      this.#screen.control(0x0a);
    }
    this.#screen.startRegion();
    this.#trim();
  }

  /** Whole lines of one tone, apart from the program's own output. */
  addText(tone: Tone, text: string): void {
    this.#screen.startRegion();
    this.#feed(newChannel(), tone, `${withVisibleControls(text.replace(/\n$/, ''))}\n`);
    this.#screen.startRegion();
    this.#trim();
  }

  addBlock(block: Block): void {
    this.#screen.insert(block);
  }

  /** Puts a block behind an item that is there already; nothing happens where that is gone. */
  addBlockAfter(item: Item, block: Block): void {
    this.#screen.insertAfter(item, block);
  }

  clear(): void {
    this.#screen.reset();
    this.droppedLines = 0;
    this.#stdout = newChannel();
    this.#stderr = newChannel();
  }

  /** All text of the program, without escapes; an image is its name in brackets. `texts` are for what is not the program's; `from` is the first item. */
  toText(texts: Texts, from = 0): string {
    const lines = this.items
      .slice(from)
      .flatMap((item) => (item.kind === 'explanation' ? [] : textOfItemShown(item, texts)));
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => `${line}\n`).join('');
  }

  /** The first item that has changed since the last call; the number of items where none has. */
  takeDirty(): number {
    return this.#screen.takeDirty();
  }

  #feed(channel: Channel, tone: Tone, text: string): void {
    const screen = this.#screen;
    channel.parser.write(text, {
      text: (part) => screen.print(part, channel.style, tone),
      control: (code) => screen.control(code),
      lineFeeds: (count) => screen.lineFeeds(count),
      csi: (final, parameters) => {
        if (final === 'm') channel.style = applySgr(channel.style, parameters);
        else screen.csi(final, parameters);
      },
    });
  }

  #trim(): void {
    const { items, characters } = this.#screen;
    if (items.length <= MAX_LINES && characters <= MAX_CHARACTERS) return;
    // A tenth more than needed goes, so that not every chunk moves all the lines.
    let kept = 0;
    let first = items.length;
    while (first > 0 && items.length - first < MAX_LINES * 0.9) {
      const item = items[first - 1];
      const length = item?.kind === 'text' ? item.length : 0;
      // The line that is being written stays whole, however long.
      if (first < items.length && kept + length > MAX_CHARACTERS * 0.9) break;
      kept += length;
      first -= 1;
    }
    this.droppedLines += this.#screen.dropFirst(first);
    this.#screen.characters = kept;
  }
}

function textOfItemShown(item: Exclude<Item, ExplanationBlock>, texts: Texts): string {
  if (item.kind === 'text') return item.text;
  if (item.kind === 'result') return textOfResult(item, texts);
  const { title, detail } = wordsOfProblem(item.problem, texts);
  return `${title}: ${detail}`;
}

/** What a search looks through in an item: its text, and of a table the cells, which may say more. */
export function textOfItemIn(texts: Texts): (item: Item) => string {
  return (item) => {
    if (item.kind === 'explanation') return '';
    const text = textOfItemShown(item, texts);
    if (item.kind !== 'result' || item.form.kind !== 'table') return text;
    const { columns, rows } = item.form.table;
    return [text, columns.join('\t'), ...rows.map((row) => row.join('\t'))].join('\n');
  };
}

function textOfResult({ item, form }: ResultBlock, { messages }: Texts): string {
  const { imageAsText, unnamedImage } = messages.results;
  if (form.kind === 'image') {
    return fill(imageAsText, { name: nameOfItem(item) ?? unnamedImage });
  }
  return textOfItem(item)?.replace(/\n$/, '') ?? '';
}

function newChannel(): Channel {
  return { parser: new EscapeParser(), style: PLAIN };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /\x1b(?!\[[\d;:]*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f]/g;

/** A text that is no terminal's stream, as a value or an error is: it may have colours, but moves nothing. */
function withVisibleControls(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(CONTROLS, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
