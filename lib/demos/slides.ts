/** A document as slides: a heading begins one, what is run or solved ends one. Safe for the browser. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { DemoDocument, DemoPart } from './document';

/** What is shown; a note is the speaker's, and a setup block is only run. */
export type SlidePart = Exclude<DemoPart, { kind: 'note' }>;

export interface Slide {
  /** Its heading, as Markdown; of one without, that of the slide it goes on from. */
  title: string;
  /** The slide goes on under a heading that stands on an earlier one. */
  isContinued: boolean;
  parts: SlidePart[];
  /** What the speaker says to it, as Markdown. */
  notes: string[];
}

/** At least one, if an empty one. A note belongs to the slide before it. */
export function slidesOf({ parts }: DemoDocument): Slide[] {
  const slides: Slide[] = [];
  let current: Slide | undefined;
  let isFull = false;
  const begin = (title?: string): Slide => {
    isFull = false;
    current = {
      title: title ?? current?.title ?? '',
      isContinued: title === undefined && current !== undefined && current.title !== '',
      parts: [],
      notes: [],
    };
    slides.push(current);
    return current;
  };
  const open = () => (current === undefined || isFull ? begin() : current);

  for (const part of parts) {
    if (part.kind === 'note') {
      (current ?? begin()).notes.push(part.markdown);
    } else if (part.kind === 'text') {
      for (const piece of piecesOf(part.markdown, part.line)) {
        const slide = piece.heading === undefined && !piece.breaks ? open() : begin(piece.heading);
        if (piece.markdown.trim() !== '') {
          slide.parts.push({ kind: 'text', markdown: piece.markdown, line: piece.line });
        }
      }
    } else if (part.kind === 'code' && part.role === 'setup') {
      // It is run before what needs it, and is no part of what is shown.
    } else {
      open().parts.push(part);
      isFull = part.kind === 'activity' || (part.kind === 'code' && part.role !== 'file');
    }
  }
  const shown = slides.filter((slide) => slide.parts.length > 0 || slide.notes.length > 0);
  return shown.length > 0 ? shown : [begin()];
}

interface Piece {
  markdown: string;
  line: number;
  /** Undefined where none stands at its beginning. */
  heading: string | undefined;
  /** It comes after a rule, which is not in it. */
  breaks: boolean;
}

/** A text, cut before each heading of the first three levels and at each rule. */
function piecesOf(markdown: string, line: number): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let next: Omit<Piece, 'markdown'> = { line, heading: undefined, breaks: false };
  const cut = (to: number) => {
    const text = markdown.slice(from, to);
    if (text.trim() !== '' || next.heading !== undefined) pieces.push({ markdown: text, ...next });
  };
  for (const node of fromMarkdown(markdown).children) {
    const isHeading = node.type === 'heading' && node.depth <= 3;
    if (!isHeading && node.type !== 'thematicBreak') continue;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) continue;
    cut(start.offset);
    from = isHeading ? start.offset : end.offset;
    next = {
      line: line + start.line - 1,
      heading: isHeading ? headingText(markdown.slice(start.offset, end.offset)) : undefined,
      breaks: !isHeading,
    };
  }
  cut(markdown.length);
  return pieces;
}

/** `## Loops ##` and the underlined form, without their signs. */
function headingText(source: string): string {
  const [first = ''] = source.split('\n');
  return first
    .replace(/^ {0,3}#{1,6}(?:[ \t]+|$)/, '')
    .replace(/[ \t]+#*[ \t]*$/, '')
    .trim();
}
