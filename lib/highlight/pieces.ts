/** Code cut into pieces that are coloured alike, as the editor's theme has colours (editor-theme.ts). */

export const KINDS = ['comment', 'keyword', 'string', 'number', 'type', 'punctuation'] as const;
export type Kind = (typeof KINDS)[number];

export interface Piece {
  text: string;
  /** How it is coloured; absent: as plain code. */
  kind?: Kind;
}

/** Adds a piece to a line; neighbours of one kind become one piece, and blanks have no colour. */
export function addPiece(line: Piece[], text: string, kind: Kind | undefined): void {
  if (text === '') return;
  const last = line.at(-1);
  if (last && (last.kind === kind || text.trim() === '')) last.text += text;
  else line.push(kind && text.trim() !== '' ? { text, kind } : { text });
}
