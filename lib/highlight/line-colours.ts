import type { DocumentLanguage } from '../store/document-language';
import { type ColouredLine, colourLine } from './colour-line';
import type { Piece } from './pieces';

/** A longer text is shown in one colour: it would make typing slow. */
const MAX_CHARACTERS = 100_000;

export type ColourLines = (code: string, language: DocumentLanguage) => readonly Piece[][];

/** Colours a text again and again while it changes; lines that stay as they are give the same pieces. */
export function createLineColours(): ColourLines {
  let known = new Map<string, ColouredLine>();
  return (code, language) => {
    const used = new Map<string, ColouredLine>();
    const shownAs = code.length > MAX_CHARACTERS ? 'plaintext' : language;
    let state = '';
    const lines = code.split('\n').map((text) => {
      const key = `${shownAs} ${state} ${text}`;
      const line = used.get(key) ?? known.get(key) ?? colourLine(text, shownAs, state);
      used.set(key, line);
      state = line.state;
      return line.pieces;
    });
    known = used;
    return lines;
  };
}
